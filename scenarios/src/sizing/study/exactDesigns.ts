import type { Highs } from 'highs';
import { machinesOf, type Plan } from '../Plan.js';
import type { Region } from '../region/Region.js';
import { yearOfWays } from '../region/ways.js';
import { future } from '../simulate/future.js';
import type { SitingFuture } from '../siting/CapacitatedProblem.js';
import type { MilpLimits } from '../siting/Milp.js';
import { planOf, regionFutures, regionProblem } from '../siting/regionProblem.js';
import type { Siting } from '../siting/SitingProblem.js';
import { siteByFlow } from '../siting/siteByFlow.js';
import { siteByRadius } from '../siting/siteByRadius.js';
import type { Design } from './Design.js';
import type { KmBetween } from './KmBetween.js';
import { completedPlan } from './oneByOneDesign.js';

/** Branches that HiGHS looks at for one plan: a count, so that every machine stops at the same one. */
const LIMITS: MilpLimits = { mostNodes: 400, gap: 1e-4 };
/** Futures over which machines that fill up are sited: more of them take HiGHS long, and the simulation chooses anyway. */
const FUTURES = 4;
/** The futures of siting are none of those that choose, improve or judge. */
const SITING_FROM = 2_097_152;

export interface ExactDesigns {
  readonly highs: Highs;
  readonly region: Region;
  readonly km: KmBetween;
  readonly seed: number;
}

/**
 * Plans for a number of machines by exact optimisation (Z12): the p-median and maximal covering with sites that may not open, and the
 * p-median of machines that fill up, over a few futures. Where a method uses fewer machines than there are, the rest stand where they add
 * most; its value and bound are of its own.
 */
export function exactDesigns({ highs, region, km, seed }: ExactDesigns): (machines: number) => readonly Design[] {
  const year = yearOfWays(region);
  const futures = Array.from({ length: FUTURES }, (_, i) => sitingFuture(region, seed, SITING_FROM + i));
  return (machines) => {
    const limit = { machines };
    const median = regionProblem(region, 'median', limit, year);
    const covering = regionProblem(region, 'covering', limit, year);
    const found: readonly (readonly [string, Siting | null])[] = [
      ['p-median, sites that may not open', siteByRadius(highs, median, LIMITS)],
      ['maximal covering, sites that may not open', siteByRadius(highs, covering, LIMITS)],
      [`capacitated p-median over ${FUTURES} futures`, siteByFlow(highs, regionFutures(median, region, futures), LIMITS)],
    ];
    return found.flatMap(([method, siting]) => {
      if (siting === null) return [];
      const plan = completedPlan(region, km, planOf(region, siting.machines), machines);
      if (plan === null) return [];
      const { value, bound, isOptimal } = siting;
      return [{ method: methodWords(method, siting, plan, region), plan, value, bound, isOptimal }];
    });
  };
}

function sitingFuture(region: Region, seed: number, index: number): SitingFuture {
  const { values, open } = future(region, seed, index);
  return {
    weight: 1,
    people: region.places.map(({ id }) => values.get(`place.${id}.people`) as number),
    opens: region.candidates.map(({ id }) => open.has(id)),
  };
}

function methodWords(method: string, siting: Siting, plan: Plan, region: Region): string {
  const rest = machinesOf(plan) - machinesOf(planOf(region, siting.machines));
  return rest === 0 ? method : `${method}, ${rest} more where they add most`;
}
