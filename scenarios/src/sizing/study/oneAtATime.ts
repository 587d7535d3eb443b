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

const MIDDLE = 0.5;
const HALVINGS = 4;

interface Seen {
  readonly share: number;
  readonly margin: number;
  readonly machines: number | null;
}

interface End {
  readonly towards: 'low' | 'high';
  readonly quantile: number;
  readonly seen: Seen;
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
      turnsAt: changed(study, await turn(study, factor, base, low, high)),
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
  const isEnough = async (at: number) => (await share(at)) >= region.targets.confidence;
  let at = place;
  if (await isEnough(at)) while (at > 0 && (await isEnough(at - 1))) at--;
  else {
    at++;
    while (at < plans.length && !(await isEnough(at))) at++;
  }
  return { share: await share(place), margin: meanMargin(region, own), machines: plans[at]?.machines ?? null };
}

/** In the few futures at hand the answer may be another number to begin with; a turn back to the study's own answer changes nothing. */
function changed({ plans, place }: OneAtATime, turned: FactorEffect['turnsAt']): FactorEffect['turnsAt'] {
  return turned?.machines === plans[place]?.machines ? null : turned;
}

/** Halves the way between a quantile where the answer is what it is and an end where it is another. */
async function turn(study: OneAtATime, factor: Factor, base: Seen, low: Seen, high: Seen): Promise<FactorEffect['turnsAt']> {
  const isOther = ({ machines }: Seen) => machines !== base.machines;
  if (!isOther(low) && !isOther(high)) return null;
  const middle = await seenUnder(study, factorAt(factor, MIDDLE));
  const ends: readonly End[] = [
    { towards: 'low', quantile: 0, seen: low },
    { towards: 'high', quantile: 1, seen: high },
  ];
  // Where the middle itself is on the other side, the answer turns on the way to the end that keeps it.
  const end =
    ends.find(({ seen }) => isOther(seen) && !isOther(middle)) ?? ends.find(({ seen }) => isOther(seen) !== isOther(middle));
  if (end === undefined) return null;
  let [near, far] = [MIDDLE, end.quantile];
  for (let i = 0; i < HALVINGS; i++) {
    const between = (near + far) / 2;
    if (isOther(await seenUnder(study, factorAt(factor, between))) === isOther(middle)) near = between;
    else far = between;
  }
  const value = factorValue(factor, (near + far) / 2);
  if (isOther(end.seen)) return { value, towards: end.towards, machines: end.seen.machines };
  return { value, towards: end.towards === 'low' ? 'high' : 'low', machines: middle.machines };
}
