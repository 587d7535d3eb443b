import { costOf, costUnserved, type SitingProblem } from './SitingProblem.js';

/**
 * What a choice of sites comes to, worked out from the sites alone: each person goes to the nearest chosen site that opened,
 * over all ways in which the chosen ones may open. Sites are taken to have room for everybody.
 */
export function valueOfSites(problem: SitingProblem, machines: readonly number[]): number {
  const { people, candidates, goal } = problem;
  const unserved = costUnserved(goal);
  let total = 0;
  for (const [place, count] of people.entries()) {
    if (count === 0) continue;
    const usable = candidates.flatMap(({ opens }, candidate) => {
      const cost = (machines[candidate] as number) > 0 ? costOf(problem, place, candidate) : null;
      return cost === null || cost >= unserved ? [] : [{ cost, opens }];
    });
    let none = 1;
    for (const { cost, opens } of usable.sort((a, b) => a.cost - b.cost)) {
      total += count * none * opens * cost;
      none *= 1 - opens;
    }
    if (none > 0) total += count * none * unserved;
  }
  return total;
}
