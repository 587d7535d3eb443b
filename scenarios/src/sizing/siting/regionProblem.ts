import type { Plan } from '../Plan.js';
import type { Estimate, Place, Region } from '../region/Region.js';
import { type YearOfWays, yearOfWays } from '../region/ways.js';
import type { CapacitatedProblem, SitingFuture } from './CapacitatedProblem.js';
import type { SitingGoal, SitingLimit, SitingProblem } from './SitingProblem.js';

/** Mean of an estimate's triangle. */
export function meanOf({ low, likely, high }: Estimate): number {
  return (low + likely + high) / 3;
}

/** Mean number of people of a place over all futures: of a rate, the product of the means, since the two are drawn by themselves. */
function meanPeople({ people, population, rate }: Place, { peopleEach }: Region['demand']): number {
  return rate && peopleEach ? (population * meanOf(rate) * meanOf(peopleEach)) / 100_000 : meanOf(people);
}

/**
 * A region as a problem of siting: people, chances and costs as their means, ways of the usual season (SIZING Z7). Places and
 * candidates stand in the order of the region. Who has no site within reach counts 10 times the farthest that anybody goes, so
 * that the median reaches as many as it can before it shortens ways.
 */
export function regionProblem(
  region: Region,
  kind: SitingGoal['kind'],
  limit: SitingLimit,
  year: YearOfWays = yearOfWays(region),
): SitingProblem {
  const { places, candidates, travel, demand } = region;
  const index = new Map(places.map(({ id }, i) => [id, i]));
  const km = new Float64Array(places.length * candidates.length);
  for (const place of places.keys()) {
    for (const [j, candidate] of candidates.entries()) {
      const way = year.usual.peopleKm[place * places.length + (index.get(candidate.place) as number)] as number;
      km[place * candidates.length + j] = way;
    }
  }
  const furthestKm = travel.furthestKm;
  return {
    people: places.map((place) => meanPeople(place, demand)),
    candidates: candidates.map(({ opens, room, costPerYear }) => ({ opens: meanOf(opens), room, cost: meanOf(costPerYear) })),
    km,
    goal: kind === 'covering' ? { kind, furthestKm } : { kind, furthestKm, unservedKm: 10 * Math.max(1, furthestKm) },
    limit,
  };
}

/** The same with machines that fill up, over futures: in the order of the region, who lives where and which candidates open. */
export function regionFutures(problem: SitingProblem, region: Region, futures: readonly SitingFuture[]): CapacitatedProblem {
  return { ...problem, peoplePerMachine: region.machine.people, futures };
}

/** Machines at each candidate as a plan; candidates without any are not in it. */
export function planOf(region: Region, machines: readonly number[]): Plan {
  const sites = region.candidates.flatMap(({ id }, j) => {
    const count = machines[j] as number;
    return count > 0 ? [{ candidate: id, machines: count }] : [];
  });
  return { sites: sites.sort((a, b) => (a.candidate < b.candidate ? -1 : 1)) };
}
