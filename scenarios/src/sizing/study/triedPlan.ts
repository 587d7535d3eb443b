import { machinesOf, type Plan } from '../Plan.js';
import type { Region } from '../region/Region.js';
import type { Fidelity } from '../simulate/simulate.js';
import { FUTURES_A_BLOCK } from './Block.js';
import { JUDGING_FROM, judgedPlan } from './judgePlans.js';
import { type Reach, reachOf } from './reachOf.js';
import type { JudgedPlan } from './Study.js';
import { simulateBlock } from './simulateBlocks.js';

/** A plan that somebody thought of, in the same futures in which a study judges its own. */
export interface TriedPlan {
  readonly judged: JudgedPlan;
  readonly reach: Reach;
}

export interface TryOptions {
  readonly seed: number;
  readonly fidelity: Fidelity;
  /** A multiple of a block's. */
  readonly futures: number;
}

/** What a plan comes to in so many futures. Throws on a plan of which the region has no such site. */
export function triedPlan(region: Region, plan: Plan, { seed, fidelity, futures }: TryOptions): TriedPlan {
  const blocks = Array.from({ length: Math.ceil(futures / FUTURES_A_BLOCK) }, (_, i) => JUDGING_FROM + i * FUTURES_A_BLOCK);
  const totals = blocks.flatMap((from) => simulateBlock(region, seed, { plan, fidelity, overrides: {}, from }));
  const asked = { machines: machinesOf(plan), plan, method: 'by hand', value: 0, bound: null, isOptimal: false };
  return { judged: judgedPlan(region, asked, totals), reach: reachOf(region, plan) };
}
