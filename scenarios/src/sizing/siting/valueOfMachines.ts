import type { CapacitatedProblem, SitingFuture } from './CapacitatedProblem.js';
import { cheapestFlow, type FlowArc } from './cheapestFlow.js';
import { costOf, costUnserved } from './SitingProblem.js';

/**
 * What a choice of machines comes to, worked out from the machines alone: the mean of its futures by weight, in each the
 * cheapest spread of people over the machines that opened. `null` where somebody who must be served cannot be.
 */
export function valueOfMachines(problem: CapacitatedProblem, machines: readonly number[]): number | null {
  let total = 0;
  let weights = 0;
  for (const future of problem.futures) {
    const value = valueInFuture(problem, machines, future);
    if (value === null) return null;
    total += future.weight * value;
    weights += future.weight;
  }
  return total / weights;
}

function valueInFuture(problem: CapacitatedProblem, machines: readonly number[], { people, opens }: SitingFuture): number | null {
  const { candidates, peoplePerMachine, goal } = problem;
  const unserved = costUnserved(goal);
  const [source, sink] = [0, 1];
  const placeAt = (place: number) => 2 + place;
  const siteAt = (candidate: number) => 2 + people.length + candidate;
  const arcs: FlowArc[] = [];
  const total = people.reduce((sum, count) => sum + count, 0);
  for (const [place, count] of people.entries()) {
    if (count === 0) continue;
    arcs.push({ from: source, to: placeAt(place), most: count, cost: 0 });
    if (unserved < Number.POSITIVE_INFINITY) arcs.push({ from: placeAt(place), to: sink, most: count, cost: unserved });
    for (const candidate of candidates.keys()) {
      const cost = opens[candidate] && (machines[candidate] as number) > 0 ? costOf(problem, place, candidate) : null;
      if (cost !== null) arcs.push({ from: placeAt(place), to: siteAt(candidate), most: count, cost });
    }
  }
  for (const [candidate, count] of machines.entries()) {
    if (count > 0) arcs.push({ from: siteAt(candidate), to: sink, most: count * peoplePerMachine, cost: 0 });
  }
  const flow = cheapestFlow(2 + people.length + candidates.length, arcs, source, sink);
  return flow.amount === total ? flow.cost : null;
}
