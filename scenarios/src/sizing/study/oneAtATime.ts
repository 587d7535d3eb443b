import type { Region } from '../region/Region.js';
import type { Fidelity } from '../simulate/simulate.js';
import type { Overrides } from './Block.js';
import { type Factor, factorAt, factorValue } from './Factor.js';
import { heldIn, judging, meanMargin } from './judgePlans.js';
import type { Simulations } from './Simulations.js';
import type { FactorEffect, JudgedPlan } from './Study.js';

export interface OneAtATime {
  readonly region: Region;
  readonly simulations: Simulations;
  readonly fidelity: Fidelity;
  /** The plans at hand in the order of their numbers, and the place of the one that answers. */
  readonly plans: readonly JudgedPlan[];
  readonly place: number;
  readonly futures: number;
}

const HALVINGS = 5;
/** As the default precision. */
const LEAST_SHIFT = 0.05;
/** Shares are sums of fractions. */
const ROUNDING = 1e-9;

interface Seen {
  readonly share: number;
  readonly margin: number;
  readonly machines: number | null;
}

/** Each assumption alone at its least and at its most, everything else drawn as ever, and where in between the answer turns. */
export async function oneAtATime(study: OneAtATime, factors: readonly Factor[]): Promise<readonly FactorEffect[]> {
  const base = await seenUnder(study, {});
  // All ends of all assumptions at once, so that no worker waits.
  await study.simulations.totals(factors.flatMap((factor) => [0, 1].flatMap((end) => around(study, factorAt(factor, end)))));
  const effects: FactorEffect[] = [];
  for (const factor of factors) {
    const low = await seenUnder(study, factorAt(factor, 0));
    const high = await seenUnder(study, factorAt(factor, 1));
    effects.push({
      factor: factor.name,
      low: { value: factorValue(factor, 0), share: low.share, meanMargin: low.margin, machines: low.machines },
      high: { value: factorValue(factor, 1), share: high.share, meanMargin: high.margin, machines: high.machines },
      turnsAt: isShift(base, low, high) ? await turn(study, factor, low, high) : null,
    });
  }
  const width = ({ low, high }: FactorEffect) => Math.abs(high.share - low.share);
  const margins = ({ low, high }: FactorEffect) => Math.abs(high.meanMargin - low.meanMargin);
  return effects.sort((a, b) => width(b) - width(a) || margins(b) - margins(a) || (a.factor < b.factor ? -1 : 1));
}

/** The plan that answers, and the one below it: they tell whether the answer stays. */
function around({ fidelity, plans, place, futures }: OneAtATime, overrides: Overrides) {
  return plans.slice(Math.max(0, place - 1), place + 1).map(({ plan }) => judging(plan, fidelity, futures, overrides));
}

async function seenUnder(study: OneAtATime, overrides: Overrides): Promise<Seen> {
  const { region, simulations, fidelity, plans, place, futures } = study;
  const rows = await simulations.totals(around(study, overrides));
  const own = rows.at(-1) ?? [];
  const share = async (at: number) => {
    const [row = []] = await simulations.totals([judging((plans[at] as JudgedPlan).plan, fidelity, futures, overrides)]);
    return heldIn(region, row) / futures;
  };
  const isEnough = async (at: number) => (await share(at)) + (await luck(study, at)) >= region.targets.confidence - ROUNDING;
  let at = place;
  if (await isEnough(at)) while (at > 0 && (await isEnough(at - 1))) at--;
  else {
    at++;
    while (at < plans.length && !(await isEnough(at))) at++;
  }
  return { share: await share(place), margin: meanMargin(region, own), machines: plans[at]?.machines ?? null };
}

/** What moves the share by less than a study's own precision may turn the answer by chance, and is not told as a turn. */
function isShift(base: Seen, low: Seen, high: Seen): boolean {
  return Math.max(Math.abs(low.share - base.share), Math.abs(high.share - base.share)) >= LEAST_SHIFT;
}

/**
 * How much more of all futures a plan was judged to hold than of the few at hand: so that with nothing set the answer is the study's
 * own, and a turn is the assumption's doing.
 */
async function luck({ region, simulations, fidelity, plans, futures }: OneAtATime, at: number): Promise<number> {
  const { plan, share } = plans[at] as JudgedPlan;
  const [row = []] = await simulations.totals([judging(plan, fidelity, futures)]);
  return share - heldIn(region, row) / futures;
}

/**
 * Halves the way between an assumption's ends where one of them wants more machines than the answer and the other does not; or where
 * one of them would do with fewer.
 */
async function turn(study: OneAtATime, factor: Factor, low: Seen, high: Seen): Promise<FactorEffect['turnsAt']> {
  const answer = (study.plans[study.place] as JudgedPlan).machines;
  const wantsMore = ({ machines }: Seen) => machines === null || machines > answer;
  const wantsFewer = ({ machines }: Seen) => machines !== null && machines < answer;
  const differs = [wantsMore, wantsFewer].find((one) => one(low) !== one(high));
  if (differs === undefined) return null;
  const towards = differs(low) ? 'low' : 'high';
  let [from, to] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const between = (from + to) / 2;
    if (differs(await seenUnder(study, factorAt(factor, between))) === differs(low)) from = between;
    else to = between;
  }
  return { value: factorValue(factor, (from + to) / 2), towards, machines: (towards === 'low' ? low : high).machines };
}
