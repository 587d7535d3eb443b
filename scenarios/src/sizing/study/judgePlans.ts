import type { Plan } from '../Plan.js';
import type { Region } from '../region/Region.js';
import type { Fidelity } from '../simulate/simulate.js';
import type { Totals } from '../simulate/Totals.js';
import type { Overrides } from './Block.js';
import { type Band, bandOf } from './band.js';
import { heldBounds } from './heldBounds.js';
import { type Judgement, judge, type Target } from './Judgement.js';
import { type JudgedPlan, MEASURES, type Measure } from './Study.js';
import { TOTALS_NAMES } from './totalsNames.js';
import { wilson } from './wilson.js';

/** Plans are judged in futures from here on: other futures than those in which they were chosen and improved. */
export const JUDGING_FROM = 1_048_576;

export interface PlanToJudge {
  readonly machines: number;
  readonly plan: Plan;
  readonly method: string;
  readonly value: number;
  readonly bound: number | null;
  readonly isOptimal: boolean;
}

/** What a plan came to in its futures. */
export function judgedPlan(region: Region, toJudge: PlanToJudge, futures: readonly Totals[]): JudgedPlan {
  const judged = futures.map((totals) => judge(region, totals));
  const held = judged.filter(({ missed }) => missed.length === 0).length;
  const missedBy = (target: Target) => judged.filter(({ missed }) => missed.includes(target)).length;
  return {
    ...toJudge,
    futures: futures.length,
    held,
    share: held / futures.length,
    interval: wilson(held, futures.length),
    bands: bandsOf(judged),
    bounds: heldBounds(region.targets.confidence, {
      served: judged.map(({ served }) => served),
      reached: judged.map(({ reached }) => reached),
      meanKm: judged.map(({ meanKm }) => meanKm),
    }),
    missed: { served: missedBy('served'), reached: missedBy('reached'), meanKm: missedBy('meanKm') },
    totals: sumOf(futures),
    totalsOfMissed: sumOf(futures.filter((_, i) => (judged[i] as Judgement).missed.length > 0)),
  };
}

/** Mean of how far the worst target is held (`Judgement.margin`). */
export function meanMargin(region: Region, futures: readonly Totals[]): number {
  return futures.reduce((sum, totals) => sum + judge(region, totals).margin, 0) / futures.length;
}

/** What to simulate to judge a plan in `count` futures. */
export function judging(plan: Plan, fidelity: Fidelity, count: number, overrides: Overrides = {}) {
  return { plan, fidelity, from: JUDGING_FROM, count, overrides };
}

/** Totals of futures, added. */
export function sumOf(futures: readonly Totals[]): Totals {
  const sum = Object.fromEntries(TOTALS_NAMES.map((name) => [name, futures.reduce((all, one) => all + one[name], 0)]));
  return sum as unknown as Totals;
}

function bandsOf(judged: readonly Judgement[]): Record<Measure, Band> {
  const bands = MEASURES.map((measure) => [measure, bandOf(judged.map((one) => one[measure]))] as const);
  return Object.fromEntries(bands) as Record<Measure, Band>;
}
