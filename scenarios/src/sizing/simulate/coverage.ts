import type { Plan } from '../Plan.js';
import type { Estimate, Region } from '../region/Region.js';
import { compilePlan } from './compilePlan.js';
import { future } from './future.js';
import { meanInterval } from './meanInterval.js';
import { type Fidelity, simulate } from './simulate.js';
import type { Totals } from './Totals.js';

/** How often the 95 % intervals of many studies held a truth that is known. */
export interface Coverage {
  readonly measure: string;
  readonly truth: number;
  readonly studies: number;
  readonly futures: number;
  /** Studies whose interval held the truth. */
  readonly held: number;
  /** Of all futures of all studies. */
  readonly mean: number;
  /** The intervals go from one whole number to another, so that they hold the truth oftener than 95 times. */
  readonly isWhole: boolean;
}

/** A region small and simple enough that arithmetic gives what its studies estimate. */
export interface KnownTruth {
  readonly region: Region;
  readonly plan: Plan;
  readonly fidelity: Fidelity;
  readonly measures: readonly { readonly name: string; readonly truth: number; readonly of: (totals: Totals) => number }[];
}

/** Runs `studies` studies of `futures` futures each, no future twice, and counts how often each interval held the truth. */
export function coverage(known: KnownTruth, studies: number, futures: number, seed: number): Coverage[] {
  const { region, plan, fidelity, measures } = known;
  const held = measures.map(() => 0);
  const sums = measures.map(() => 0);
  for (let study = 0; study < studies; study++) {
    const totals = Array.from({ length: futures }, (_, i) => {
      return simulate(compilePlan(region, plan, future(region, seed, study * futures + i)), fidelity);
    });
    for (const [place, { truth, of }] of measures.entries()) {
      const { low, high, mean } = meanInterval(totals.map(of));
      sums[place] = (sums[place] as number) + mean;
      if (low <= truth && truth <= high) held[place] = (held[place] as number) + 1;
    }
  }
  return measures.map(({ name, truth }, place) => {
    const mean = (sums[place] as number) / studies;
    return { measure: name, truth, studies, futures, held: held[place] as number, mean, isWhole: false };
  });
}

/** The mean of a triangle. */
export function meanOf({ low, likely, high }: Estimate): number {
  return (low + likely + high) / 3;
}
