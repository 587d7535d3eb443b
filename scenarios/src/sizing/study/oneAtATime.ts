import type { Overrides } from './Block.js';
import { type Factor, factorAt, factorValue } from './Factor.js';
import { type Held, heldUnder, type Trial, wanted } from './heldUnder.js';
import type { FactorEffect, JudgedPlan } from './Study.js';
import { PRECISION } from './StudyTools.js';

export interface OneAtATime extends Trial {
  /** The plans at hand in the order of their numbers, and the place of the one that answers, or comes nearest. */
  readonly plans: readonly JudgedPlan[];
  readonly place: number;
}

const MIDDLE = 0.5;
const HALVINGS = 4;

interface Seen extends Held {
  /** The least number among the plans at hand that holds the targets; `null` where none of them does. */
  readonly machines: number | null;
}

/** Each assumption alone at its least and at its most, everything else drawn as ever, and where in between the answer turns. */
export async function oneAtATime(study: OneAtATime, factors: readonly Factor[]): Promise<readonly FactorEffect[]> {
  // All ends of all assumptions at once, so that no worker waits.
  await study.simulations.totals(
    [{}, ...factors.flatMap((factor) => [0, 1].map((end) => factorAt(factor, end)))].flatMap((overrides) =>
      around(study, overrides),
    ),
  );
  const effects: FactorEffect[] = [];
  for (const factor of factors) {
    const at = (quantile: number) => seenUnder(study, factorAt(factor, quantile));
    const [low, high] = [await at(0), await at(1)];
    effects.push({
      factor: factor.name,
      low: { value: factorValue(factor, 0), ...endOf(low) },
      high: { value: factorValue(factor, 1), ...endOf(high) },
      turnsAt: low.machines === high.machines || !isShift(low, high) ? null : await turn(factor, at, low, high),
    });
  }
  const width = ({ low, high }: FactorEffect) => Math.abs(high.share - low.share);
  const margins = ({ low, high }: FactorEffect) => Math.abs(high.meanMargin - low.meanMargin);
  return effects.sort((a, b) => width(b) - width(a) || margins(b) - margins(a) || (a.factor < b.factor ? -1 : 1));
}

/** What moves the share by less than a study's own precision may turn the answer by chance, and is not told as a turn. */
function isShift(low: Seen, high: Seen): boolean {
  return Math.abs(high.share - low.share) >= PRECISION;
}

function endOf({ share, meanMargin, machines }: Seen) {
  return { share, meanMargin, machines };
}

/** The plan that answers, and the one below it: they tell whether the answer stays. */
function around(study: OneAtATime, overrides: Overrides) {
  const { plans, place } = study;
  return plans.slice(Math.max(0, place - 1), place + 1).map((plan) => wanted(study, plan, overrides));
}

async function seenUnder(study: OneAtATime, overrides: Overrides): Promise<Seen> {
  const { region, plans, place } = study;
  const held = (at: number) => heldUnder(study, plans[at] as JudgedPlan, overrides);
  const isEnough = async (at: number) => (await held(at)).share >= region.targets.confidence;
  let at = place;
  if (await isEnough(at)) while (at > 0 && (await isEnough(at - 1))) at--;
  else {
    at++;
    while (at < plans.length && !(await isEnough(at))) at++;
  }
  return { ...(await held(place)), machines: plans[at]?.machines ?? null };
}

/**
 * Between the middle of what is believed and the end that takes more machines (any number is fewer than none that is enough), or else
 * the other end: halves the way until the value at which the answer becomes that of the end.
 */
async function turn(
  factor: Factor,
  at: (quantile: number) => Promise<Seen>,
  low: Seen,
  high: Seen,
): Promise<FactorEffect['turnsAt']> {
  const middle = await at(MIDDLE);
  const needed = ({ machines }: Seen) => machines ?? Number.POSITIVE_INFINITY;
  const ends = [
    { towards: 'low' as const, quantile: 0, seen: low },
    { towards: 'high' as const, quantile: 1, seen: high },
  ].sort((a, b) => needed(b.seen) - needed(a.seen));
  const end = ends.find(({ seen }) => seen.machines !== middle.machines);
  if (end === undefined) return null;
  let [near, far] = [MIDDLE, end.quantile];
  for (let i = 0; i < HALVINGS; i++) {
    const between = (near + far) / 2;
    if ((await at(between)).machines === middle.machines) near = between;
    else far = between;
  }
  return { value: factorValue(factor, (near + far) / 2), towards: end.towards, machines: end.seen.machines };
}
