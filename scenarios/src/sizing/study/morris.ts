import { RandomStream } from '@dosetwin/twin';
import { Moments } from '../../compare/PairedDifference.js';
import type { MorrisEffect } from './Study.js';

export interface MorrisOptions {
  readonly factors: readonly string[];
  readonly seed: number;
  readonly trajectories: number;
  /** What the model gives at each of these points: a level of 0 to 1 for each factor. */
  readonly at: (points: readonly (readonly number[])[]) => Promise<readonly number[]>;
}

const LEVELS = 4;
/** Half of the levels, as Morris proposes: every level is then equally likely. */
const STEP = LEVELS / (2 * (LEVELS - 1));

/**
 * The elementary effects of Morris, "Factorial sampling plans for preliminary computational experiments", Technometrics 33 (1991)
 * 161-174, with the mean of absolute effects of Campolongo and others (2007): through each trajectory every factor moves once, in
 * a drawn order, by two thirds of its range. An effect is scaled to the whole range.
 */
export async function morris({ factors, seed, trajectories, at }: MorrisOptions): Promise<readonly MorrisEffect[]> {
  const stream = new RandomStream(seed, 'study', 'morris');
  const ways = Array.from({ length: trajectories }, () => trajectory(factors.length, stream));
  const values = await at(ways.flatMap(({ points }) => points));
  const absolute = factors.map(() => new Moments());
  const signed = factors.map(() => new Moments());
  for (const [number, { order, ups }] of ways.entries()) {
    const first = number * (factors.length + 1);
    for (const [place, factor] of order.entries()) {
      const change = (values[first + place + 1] as number) - (values[first + place] as number);
      const effect = (ups[factor] ? change : -change) / STEP;
      absolute[factor]?.add(Math.abs(effect));
      signed[factor]?.add(effect);
    }
  }
  return factors
    .map((factor, i) => ({
      factor,
      meanAbsolute: (absolute[i] as Moments).mean,
      deviation: Math.sqrt((signed[i] as Moments).variance),
    }))
    .sort((a, b) => b.meanAbsolute - a.meanAbsolute || (a.factor < b.factor ? -1 : 1));
}

interface Trajectory {
  readonly points: readonly (readonly number[])[];
  /** Factors in the order in which they move, and whether each goes up. */
  readonly order: readonly number[];
  readonly ups: readonly boolean[];
}

function trajectory(factors: number, stream: RandomStream): Trajectory {
  const order = Array.from({ length: factors }, (_, i) => i);
  for (let i = factors - 1; i > 0; i--) {
    const j = stream.integer(0, i);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  const low = order.map(() => stream.integer(0, LEVELS / 2 - 1) / (LEVELS - 1));
  const ups = order.map(() => stream.chance(0.5));
  let point = low.map((level, i) => (ups[i] ? level : level + STEP));
  const points = [point];
  for (const factor of order) {
    point = point.map((level, i) => (i !== factor ? level : (low[i] as number) + (ups[i] ? STEP : 0)));
    points.push(point);
  }
  return { points, order, ups };
}
