import type { Highs } from 'highs';
import type { CapacitatedProblem, SitingFuture } from './CapacitatedProblem.js';
import { MILP_LIMITS, Milp, type MilpLimits } from './Milp.js';
import { costOf, costUnserved, meets, type Siting } from './SitingProblem.js';
import { valueOfMachines } from './valueOfMachines.js';

/**
 * Chooses machines that have cartridges for so many people: capacitated p-median and covering, several machines at a site, over
 * futures in which sites open or not. In each future people are spread over the machines as is best for all together; the value
 * is the mean of the futures by weight. `null` where the limit or `unservedKm` allows no choice.
 */
export function siteByFlow(highs: Highs, problem: CapacitatedProblem, limits: MilpLimits = MILP_LIMITS): Siting | null {
  const { candidates, limit, futures } = problem;
  const milp = new Milp();
  for (const { room } of candidates) milp.column(0, 0, room, true);
  const weights = futures.reduce((sum, { weight }) => sum + weight, 0);
  for (const future of futures) spreadPeople(milp, problem, future, future.weight / weights);
  const factors = candidates.map(({ cost }, j) => [j, 'cost' in limit ? cost : 1] as const);
  milp.row(factors, 0, 'cost' in limit ? limit.cost : limit.machines);
  const solved = milp.solve(highs, limits);
  if (solved === null) return null;
  const machines = candidates.map((_, j) => Math.round(solved.values[j] as number));
  const value = valueOfMachines(problem, machines);
  if (value === null) return null;
  return { machines, value, bound: Math.min(solved.bound, value), isOptimal: meets(value, solved.bound) };
}

/**
 * Adds the people of one future: from each place to candidates within reach that open, or nowhere. Machines stand in the first
 * columns.
 */
function spreadPeople(milp: Milp, problem: CapacitatedProblem, { people, opens }: SitingFuture, weight: number): void {
  const { candidates, peoplePerMachine, goal } = problem;
  const unserved = costUnserved(goal);
  const toSite = candidates.map((): [number, number][] => []);
  for (const [place, count] of people.entries()) {
    if (count === 0) continue;
    const ways: [number, number][] = [];
    for (const candidate of candidates.keys()) {
      const cost = opens[candidate] ? costOf(problem, place, candidate) : null;
      if (cost === null || cost >= unserved) continue;
      const column = milp.column(weight * cost, 0, count);
      ways.push([column, 1]);
      toSite[candidate]?.push([column, 1]);
      // Whoever belongs to a site needs a whole machine there, however few they are.
      const atLeastOne = [[candidate, -count] as const, [column, 1] as const];
      if (count < peoplePerMachine) milp.row(atLeastOne, Number.NEGATIVE_INFINITY, 0);
    }
    if (unserved < Number.POSITIVE_INFINITY) ways.push([milp.column(weight * unserved, 0, count), 1]);
    milp.row(ways, count, count);
  }
  for (const [candidate, ways] of toSite.entries()) {
    if (ways.length > 0) milp.row([[candidate, -peoplePerMachine], ...ways], Number.NEGATIVE_INFINITY, 0);
  }
}
