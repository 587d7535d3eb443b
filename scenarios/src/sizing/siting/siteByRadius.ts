import type { Highs } from 'highs';
import { MILP_LIMITS, Milp, type MilpLimits } from './Milp.js';
import { costOf, costUnserved, meets, type Siting, type SitingProblem } from './SitingProblem.js';
import { valueOfSites } from './valueOfSites.js';

/** A step of one place: its sites within one cost, and what it costs more to have none of them open. */
interface Step {
  readonly place: number;
  /** Candidates within this cost, and those of them at exactly this cost. */
  readonly within: readonly number[];
  readonly at: readonly number[];
  /** Added, for each person, when none within is open. */
  readonly more: number;
}

/** What a cut says of a step: z >= atLeast - sum of factor × chosen. */
interface Cut {
  readonly step: number;
  readonly atLeast: number;
  readonly factors: readonly (readonly [candidate: number, factor: number])[];
}

const MOST_ROUNDS = 200;

/**
 * Chooses sites that people do not fill: p-median and maximal covering, also where a chosen site opens by chance and people
 * then go to the next (reliable p-median, maximal expected covering). `null` where the limit or `unservedKm` allows no choice.
 *
 * Radius formulation (Cornuéjols, Nemhauser and Wolsey 1980): for each place and each distance one column says with what chance
 * no site within it is open. With certain sites that is 1 less the sites chosen within; with sites that open by chance it is a
 * product, from below by cuts at the choices met on the way, until bound and value meet.
 */
export function siteByRadius(highs: Highs, problem: SitingProblem, limits: MilpLimits = MILP_LIMITS): Siting | null {
  const { candidates } = problem;
  const isCertain = candidates.every(({ opens }) => opens === 1);
  const { steps, mustServe, base } = stepsOf(problem, isCertain);
  const twins = twinsOf(problem);
  if (mustServe.some((within) => within.length === 0)) return null;
  const gap = isCertain && isWhole(problem) ? 0.999 : limits.gap;
  const cuts: Cut[] = [];
  let best: Siting | null = null;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const solved = programmeOf(problem, steps, mustServe, base, cuts, twins).solve(highs, { ...limits, gap });
    if (solved === null) return best;
    const machines = candidates.map((_, j) => Math.round(solved.values[j] as number));
    const value = valueOfSites(problem, machines);
    const bound = gap < 0.5 ? solved.bound : Math.ceil(solved.bound - 1e-6);
    if (best === null || value < best.value) best = { machines, value, bound, isOptimal: false };
    best = { ...best, bound: Math.min(bound, best.value), isOptimal: meets(best.value, bound) };
    if (best.isOptimal || isCertain) return best;
    const added = steps.flatMap((step, s) => {
      const believed = solved.values[candidates.length + s] as number;
      return cutsAt(step, s, machines, problem, believed);
    });
    if (added.length === 0) return best;
    cuts.push(...added);
  }
  return best;
}

/** Whether every choice of certain sites comes to a whole number, so that a bound may be rounded up. */
function isWhole({ people, km, goal }: SitingProblem): boolean {
  const kmWhole = goal.kind === 'covering' || km.every((way) => Number.isInteger(way) || way === Number.POSITIVE_INFINITY);
  const unserved = costUnserved(goal);
  return kmWhole && people.every(Number.isInteger) && (Number.isInteger(unserved) || unserved === Number.POSITIVE_INFINITY);
}

function stepsOf(problem: SitingProblem, isCertain: boolean) {
  const { people, candidates, goal, limit } = problem;
  const unserved = costUnserved(goal);
  const steps: Step[] = [];
  const mustServe: (readonly number[])[] = [];
  let base = 0;
  for (const [place, count] of people.entries()) {
    if (count === 0) continue;
    const usable = usableOf(problem, place);
    // With p certain sites, at most n - p are not chosen: one of the n - p + 1 nearest is.
    const enough =
      isCertain && 'machines' in limit && usable.length === candidates.length && limit.machines <= candidates.length
        ? usable.slice(0, candidates.length - limit.machines + 1)
        : usable;
    const costs = [...new Set(enough.map(({ cost }) => cost))];
    const isServedAnyway = enough.length < usable.length;
    base += count * (costs[0] ?? (unserved === Number.POSITIVE_INFINITY ? 0 : unserved));
    for (const [k, cost] of costs.entries()) {
      const within = enough.filter((one) => one.cost <= cost).map(({ candidate }) => candidate);
      const at = enough.filter((one) => one.cost === cost).map(({ candidate }) => candidate);
      const next = costs[k + 1] ?? unserved;
      if (k === costs.length - 1 && (isServedAnyway || next === Number.POSITIVE_INFINITY)) mustServe.push(within);
      else if (next > cost) steps.push({ place, within, at, more: next - cost });
    }
    if (costs.length === 0 && unserved === Number.POSITIVE_INFINITY) mustServe.push([]);
  }
  return { steps, mustServe, base };
}

/** Candidates that are alike in everything are chosen in their order: which of them it is makes no difference. */
interface Twins {
  /** The one like it that is chosen first, or `null`. */
  readonly before: readonly (number | null)[];
  /** What it takes from the chance that none is open, once those before it are chosen. */
  readonly takes: readonly number[];
}

function twinsOf({ people, candidates, km }: SitingProblem): Twins {
  const last = new Map<string, { candidate: number; none: number }>();
  const before: (number | null)[] = [];
  const takes: number[] = [];
  for (const [candidate, { opens, cost }] of candidates.entries()) {
    const ways = people.map((_, place) => km[place * candidates.length + candidate]);
    const key = `${opens} ${cost} ${ways.join(' ')}`;
    const { candidate: twin, none } = last.get(key) ?? { candidate: null, none: 1 };
    before.push(twin);
    takes.push(none * opens);
    last.set(key, { candidate, none: none * (1 - opens) });
  }
  return { before, takes };
}

function usableOf(problem: SitingProblem, place: number): readonly { readonly candidate: number; readonly cost: number }[] {
  const all = problem.candidates.flatMap((_, candidate) => {
    const cost = costOf(problem, place, candidate);
    return cost === null || cost >= costUnserved(problem.goal) ? [] : [{ candidate, cost }];
  });
  return all.sort((a, b) => a.cost - b.cost || a.candidate - b.candidate);
}

function programmeOf(
  { people, candidates, limit }: SitingProblem,
  steps: readonly Step[],
  mustServe: readonly (readonly number[])[],
  base: number,
  cuts: readonly Cut[],
  twins: Twins,
): Milp {
  const milp = new Milp();
  milp.offset = base;
  for (const _ of candidates) milp.column(0, 0, 1, true);
  for (const { place, more } of steps) milp.column((people[place] as number) * more, 0, 1);
  for (const [s, { place, at }] of steps.entries()) {
    const before = steps[s - 1]?.place === place;
    const here = at.map((j) => [j, twins.takes[j] as number] as const);
    const column = candidates.length + s;
    if (before) milp.row([...here, [column - 1, -1], [column, 1]], 0, Number.POSITIVE_INFINITY);
    else milp.row([...here, [column, 1]], 1, Number.POSITIVE_INFINITY);
  }
  for (const within of mustServe) {
    milp.row(
      within.map((j) => [j, 1] as const),
      1,
      Number.POSITIVE_INFINITY,
    );
  }
  for (const { step, atLeast, factors } of cuts) {
    milp.row([...factors, [candidates.length + step, 1]], atLeast, Number.POSITIVE_INFINITY);
  }
  for (const [j, before] of twins.before.entries()) {
    if (before !== null)
      milp.row(
        [
          [before, 1],
          [j, -1],
        ],
        0,
        Number.POSITIVE_INFINITY,
      );
  }
  const factors = candidates.map(({ cost }, j) => [j, 'cost' in limit ? cost : 1] as const);
  milp.row(factors, 0, 'cost' in limit ? limit.cost : limit.machines);
  return milp;
}

/**
 * Cuts that hold for every choice and are exact at this one. The chance that none within is open falls by less with every
 * further site (it is supermodular), so a further site takes at most what it takes here; a site given back adds at least what
 * it adds when all others within are chosen.
 */
function cutsAt(
  { within }: Step,
  step: number,
  machines: readonly number[],
  { candidates }: SitingProblem,
  believed: number,
): readonly Cut[] {
  const fails = (j: number) => 1 - (candidates[j]?.opens ?? 0);
  const chosen = within.filter((j) => (machines[j] as number) > 0);
  const none = chosen.reduce((product, j) => product * fails(j), 1);
  if (believed >= none - 1e-9) return [];
  const allOthers = (j: number) => within.reduce((product, other) => (other === j ? product : product * fails(other)), 1);
  const factors = within.map((j) => {
    const opens = candidates[j]?.opens ?? 0;
    return [j, opens * (chosen.includes(j) ? allOthers(j) : none)] as const;
  });
  const givenBack = chosen.reduce((sum, j) => sum + (candidates[j]?.opens ?? 0) * allOthers(j), 0);
  return [{ step, atLeast: none + givenBack, factors }];
}
