import type { Plan } from '../Plan.js';
import type { Region } from '../region/Region.js';
import type { Design } from './Design.js';
import type { KmBetween } from './KmBetween.js';
import { spotsOf, type Taken, takeOneByOne } from './takeOneByOne.js';

/** Machines one after another where each adds most doses got: quick, with no bound. `null` where there is no room for so many. */
export function oneByOneDesign(region: Region, km: KmBetween, machines: number): Design | null {
  const taken = takeOneByOne(region, spotsOf(region, km), machines);
  const last = taken[machines];
  if (last === undefined || machines === 0) return null;
  return { method: 'one by one', plan: planOfTaken(taken), value: last.served, bound: null, isOptimal: false };
}

/** A plan with machines added, where each adds most, until it has so many; `null` where there is no room for them. */
export function completedPlan(region: Region, km: KmBetween, plan: Plan, machines: number): Plan | null {
  const taken = takeOneByOne(region, spotsOf(region, km), machines, plan);
  return taken.length <= machines ? null : planOfTaken(taken);
}

function planOfTaken(taken: readonly Taken[]): Plan {
  const at = new Map<string, number>();
  for (const { candidate } of taken) if (candidate !== null) at.set(candidate, (at.get(candidate) ?? 0) + 1);
  return { sites: [...at].map(([candidate, machines]) => ({ candidate, machines })).sort(byCandidate) };
}

function byCandidate(a: Plan['sites'][number], b: Plan['sites'][number]): number {
  return a.candidate < b.candidate ? -1 : 1;
}
