import type { Highs } from 'highs';
import { expect } from 'vitest';
import type { CapacitatedProblem } from '../CapacitatedProblem.js';
import { leastMachines } from '../leastMachines.js';
import type { Siting, SitingProblem } from '../SitingProblem.js';
import { siteByFlow } from '../siteByFlow.js';
import { siteByRadius } from '../siteByRadius.js';
import { valueOfMachines } from '../valueOfMachines.js';
import { valueOfSites } from '../valueOfSites.js';

/** Every choice within room and limit. */
function choices(
  { candidates, limit }: Pick<SitingProblem, 'candidates' | 'limit'>,
  most: number,
): readonly (readonly number[])[] {
  const all = candidates.reduce<number[][]>(
    (before, { room }) => before.flatMap((one) => Array.from({ length: Math.min(room, most) + 1 }, (_, m) => [...one, m])),
    [[]],
  );
  const costOf = (j: number) => ('cost' in limit ? (candidates[j]?.cost ?? 0) : 1);
  const used = (one: readonly number[]) => one.reduce((sum, machines, j) => sum + machines * costOf(j), 0);
  return all.filter((one) => used(one) <= ('cost' in limit ? limit.cost : limit.machines));
}

/** What siting finds is what trying every choice finds, with a bound that holds, and it says so. */
function holds(found: Siting | null, tried: readonly (number | null)[]): void {
  const values = tried.filter((value) => value !== null && value !== Number.POSITIVE_INFINITY) as number[];
  if (values.length === 0) return expect(found).toBeNull();
  const best = values.reduce((a, b) => Math.min(a, b));
  expect(found?.value).toBeCloseTo(best, 5);
  expect(found?.bound).toBeLessThanOrEqual(best + 1e-5);
  expect(found?.isOptimal).toBe(true);
}

export function radiusAgainstBruteForce(highs: Highs, problem: SitingProblem): void {
  const found = siteByRadius(highs, problem);
  holds(
    found,
    choices(problem, 1).map((one) => valueOverStates(problem, one)),
  );
  if (found) expect(valueOfSites(problem, found.machines)).toBe(found.value);
}

/** What a choice of sites comes to, from every way in which they may open and not from any formula. */
function valueOverStates({ people, candidates, km, goal }: SitingProblem, machines: readonly number[]): number {
  const chosen = [...machines.keys()].filter((j) => (machines[j] as number) > 0);
  let total = 0;
  for (let state = 0; state < 2 ** chosen.length; state++) {
    const open = chosen.filter((_, i) => (state >> i) % 2 === 1);
    const chance = chosen.reduce((product, j) => {
      const opens = candidates[j]?.opens ?? 0;
      return product * (open.includes(j) ? opens : 1 - opens);
    }, 1);
    for (const [place, count] of people.entries()) {
      const ways = open.map((j) => km[place * candidates.length + j] as number);
      const nearest = ways.filter((way) => way <= goal.furthestKm).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
      const costs = goal.kind === 'median' ? Math.min(nearest, goal.unservedKm) : nearest === Number.POSITIVE_INFINITY ? 1 : 0;
      // Nobody, or a state that never is, costs nothing, however far the way.
      if (count > 0 && chance > 0) total += chance * count * costs;
    }
  }
  return total;
}

export function flowAgainstBruteForce(highs: Highs, problem: CapacitatedProblem): void {
  const found = siteByFlow(highs, problem);
  holds(
    found,
    choices(problem, 2).map((one) => valueOfMachines(problem, one)),
  );
  expect(found?.machines.every((count, j) => count <= (problem.candidates[j]?.room ?? 0))).toBe(true);
}

export function leastAgainstBruteForce(highs: Highs, given: CapacitatedProblem): void {
  const problem = { ...given, goal: { kind: 'covering', furthestKm: 30 } as const };
  const target = { reached: 0.7, confidence: 0.6 };
  const isEnough = (machines: readonly number[]) => {
    const weights = problem.futures.reduce((sum, { weight }) => sum + weight, 0);
    const held = problem.futures.filter((future) => {
      const total = future.people.reduce((sum, count) => sum + count, 0);
      const left = valueOfMachines({ ...problem, futures: [future] }, machines);
      return left !== null && total - left >= Math.ceil(total * target.reached - 1e-9);
    });
    return held.reduce((sum, { weight }) => sum + weight, 0) >= weights * target.confidence - 1e-9;
  };
  const { limit, candidates } = problem;
  const costOf = (j: number) => ('cost' in limit ? (candidates[j]?.cost ?? 0) : 1);
  const tried = choices(problem, 2).map((one) =>
    isEnough(one) ? one.reduce((sum, count, j) => sum + count * costOf(j), 0) : null,
  );
  const found = leastMachines(highs, problem, target);
  holds(found, tried);
  if (found) expect(isEnough(found.machines)).toBe(true);
}
