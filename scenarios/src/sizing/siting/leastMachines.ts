import type { Highs } from 'highs';
import type { CapacitatedProblem } from './CapacitatedProblem.js';
import { MILP_LIMITS, Milp, type MilpLimits } from './Milp.js';
import { meets, type Siting } from './SitingProblem.js';
import { spreadPeople } from './siteByFlow.js';

export interface ReachTarget {
  /** Least share of people who shall belong to a machine within reach, 0 to 1. */
  readonly reached: number;
  /** Share of the futures, by weight, in which that shall hold, 0 to 1. */
  readonly confidence: number;
}

/**
 * The fewest machines (with a cost limit: the cheapest ones) that reach enough people in enough of the futures: a first answer
 * to how many are needed, by reach alone and without any fault. The problem's own limit holds too. `null` where no choice does.
 */
export function leastMachines(
  highs: Highs,
  problem: CapacitatedProblem,
  { reached, confidence }: ReachTarget,
  limits: MilpLimits = MILP_LIMITS,
): Siting | null {
  const { candidates, limit, futures } = problem;
  const isCost = 'cost' in limit;
  const milp = new Milp();
  const counts = candidates.map(({ cost, room }, j) => {
    milp.column(isCost ? cost : 1, 0, room, true);
    return [j, isCost ? cost : 1] as const;
  });
  const held: [number, number][] = [];
  for (const future of futures) {
    const total = future.people.reduce((sum, count) => sum + count, 0);
    const served = spreadPeople(milp, problem, future, 0);
    const holds = milp.column(0, 0, 1, true);
    // Whole people: a share of them is rounded up.
    milp.row(
      [...served.map((column) => [column, 1] as const), [holds, -Math.ceil(total * reached - 1e-9)]],
      0,
      Number.POSITIVE_INFINITY,
    );
    held.push([holds, future.weight]);
  }
  const weights = futures.reduce((sum, { weight }) => sum + weight, 0);
  milp.row(held, weights * confidence - 1e-9, Number.POSITIVE_INFINITY);
  milp.row(counts, 0, isCost ? limit.cost : limit.machines);
  const isWhole = counts.every(([, factor]) => Number.isInteger(factor));
  const solved = milp.solve(highs, isWhole ? { ...limits, gap: 0.999 } : limits);
  if (solved === null) return null;
  const machines = candidates.map((_, j) => Math.round(solved.values[j] as number));
  const value = machines.reduce((sum, count, j) => sum + count * (counts[j]?.[1] ?? 0), 0);
  const bound = Math.min(value, isWhole ? Math.ceil(solved.bound - 1e-6) : solved.bound);
  return { machines, value, bound, isOptimal: meets(value, bound) };
}
