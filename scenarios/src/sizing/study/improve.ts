import { pairedDifference } from '../../compare/PairedDifference.js';
import type { Plan } from '../Plan.js';
import type { Region } from '../region/Region.js';
import type { Fidelity } from '../simulate/simulate.js';
import { judge, worthOf } from './Judgement.js';
import { type Move, movesOf } from './movesOf.js';
import type { Simulations } from './Simulations.js';
import type { Improved } from './Study.js';

/** Futures by which moves are sorted, and by which the best of them are held against the plan as it is. */
const GLANCE = 8;
const LOOK = 48;
const LOOKED_AT = 3;
/** Moves glanced at in a round, and rounds at most. */
const MOST_MOVES = 24;
const ROUNDS = 2;

export interface Better {
  readonly plan: Plan;
  readonly improved: Improved;
}

/**
 * Takes machines elsewhere one at a time while that is better in the same futures by more than chance: the lower end of the 95 %
 * interval of the paired difference lies above 0. The futures are those of selection, never those that judge.
 */
export async function improve(region: Region, simulations: Simulations, fidelity: Fidelity, start: Plan): Promise<Better> {
  const moves: Improved['moves'][number][] = [];
  let plan = start;
  let tried = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const worth = async (plans: readonly Plan[], count: number) => {
      const rows = await simulations.totals(plans.map((one) => ({ plan: one, fidelity, from: 0, count })));
      return rows.map((row) => row.map((totals) => worthOf(judge(region, totals))));
    };
    const found = spread(movesOf(region, plan), MOST_MOVES);
    tried += found.length;
    const glances = await worth([plan, ...found.map((move) => move.plan)], GLANCE);
    const promising = found
      .map((move, i) => ({ move, sum: sumOf(glances[i + 1] as readonly number[]) }))
      .filter(({ sum }) => sum > sumOf(glances[0] as readonly number[]))
      .sort((a, b) => b.sum - a.sum)
      .slice(0, LOOKED_AT);
    if (promising.length === 0) break;
    const [now = [], ...looks] = await worth([plan, ...promising.map(({ move }) => move.plan)], LOOK);
    const better = bestOf(
      promising.map(({ move }) => move),
      now,
      looks,
    );
    if (better === null) break;
    plan = better.move.plan;
    moves.push({ from: better.move.from, to: better.move.to, gain: better.gain, interval: better.interval });
  }
  return { plan, improved: { machines: start.sites.reduce((sum, { machines }) => sum + machines, 0), moves, tried } };
}

function bestOf(moves: readonly Move[], now: readonly number[], looks: readonly (readonly number[])[]) {
  let best: { move: Move; gain: number; interval: readonly [number, number] } | null = null;
  for (const [i, move] of moves.entries()) {
    const difference = pairedDifference(now, looks[i] as readonly number[]);
    if (difference?.interval == null || difference.interval[0] <= 0) continue;
    if (best === null || difference.difference > best.gain) {
      best = { move, gain: difference.difference, interval: difference.interval };
    }
  }
  return best;
}

/** At most `most` of them, evenly over all. */
function spread<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)] as T);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
