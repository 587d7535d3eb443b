import type { Plan } from '../Plan.js';
import type { Override } from '../simulate/future.js';
import type { Fidelity } from '../simulate/simulate.js';
import type { Totals } from '../simulate/Totals.js';

/** Numbers of futures set from outside, by the path of their estimate. */
export type Overrides = Readonly<Record<string, Override>>;

/** Futures of one plan, simulated together: the smallest piece of work, the same wherever it is done. */
export interface Block {
  readonly plan: Plan;
  readonly fidelity: Fidelity;
  readonly overrides: Overrides;
  /** The first future: a multiple of `FUTURES_A_BLOCK`. */
  readonly from: number;
}

/** Few enough that a stop is quick and that threads end together, enough that handing them over costs little. */
export const FUTURES_A_BLOCK = 8;

/** Simulates blocks, wherever: their futures' totals, in the order of the blocks. */
export type RunBlocks = (blocks: readonly Block[]) => Promise<readonly (readonly Totals[])[]>;

/** A plan as a word: `harbour-house*2+north-clinic`. */
export function planKey(plan: Plan): string {
  return plan.sites.map(({ candidate, machines }) => (machines === 1 ? candidate : `${candidate}*${machines}`)).join('+');
}

/** What makes a block that block and no other: the key of its results (Z4). */
export function blockKey({ plan, fidelity, overrides, from }: Block): string {
  const changed = Object.entries(overrides)
    .map(([path, by]) => ('value' in by ? `${path}=${by.value}` : `${path}~${by.quantile}`))
    .sort();
  return [fidelity, from, planKey(plan), ...changed].join('|');
}
