import { percent } from '../../phrase/percent.js';
import type { Plan } from '../Plan.js';
import type { Region } from '../region/Region.js';
import { compilePlan } from './compilePlan.js';
import { future } from './future.js';
import { type MeanInterval, meanInterval } from './meanInterval.js';
import type { PlanModel } from './PlanModel.js';
import { whyNotMachineByMachine } from './sharing.js';
import { FIDELITIES, type Fidelity, simulate } from './simulate.js';
import type { Totals } from './Totals.js';

/** A fidelity held against the one above it, on the same futures (Z10). */
export interface Agreement {
  readonly of: Fidelity;
  readonly against: Fidelity;
  readonly agrees: boolean;
  /** In a sentence: by how much they differ, or why the faster one must not be used. */
  readonly says: string;
  readonly futures: number;
  /** Share of due doses served, by each, with their 95 % intervals, and what the faster one has more, future by future. */
  readonly served: MeanInterval;
  readonly servedAbove: MeanInterval;
  readonly difference: MeanInterval;
}

/** Two fidelities agree where the interval of their difference lies within this share of the due doses, either way. */
export const AGREES_WITHIN = 0.01;

/** Holds each fidelity against the one above it on a plan, over `futures` common futures (2 and more) from number 0 on. */
export function agreement(region: Region, plan: Plan, seed: number, futures: number): Agreement[] {
  const models = Array.from({ length: futures }, (_, index) => compilePlan(region, plan, future(region, seed, index)));
  const shares = new Map(FIDELITIES.map((fidelity) => [fidelity, models.map((model) => shareOf(simulate(model, fidelity)))]));
  return FIDELITIES.slice(1).map((of, place) => {
    const against = FIDELITIES[place] as Fidelity;
    return heldAgainst(of, against, shares.get(of) as number[], shares.get(against) as number[], refusalOf(models));
  });
}

function shareOf({ served, due }: Totals): number {
  return due > 0 ? served / due : 0;
}

/** Why machines must not be taken one by one, in the futures in which they share most. */
function refusalOf(models: readonly PlanModel[]): string | null {
  const reasons = models.flatMap((model) => whyNotMachineByMachine(model) ?? []);
  return reasons.length * 2 > models.length ? (reasons[0] as string) : null;
}

const NAMES: Readonly<Record<Fidelity, string>> = {
  visits: 'visit by visit',
  machines: 'machine by machine',
  failures: 'from failure to failure',
};

function heldAgainst(
  of: Fidelity,
  against: Fidelity,
  shares: readonly number[],
  above: readonly number[],
  refusal: string | null,
): Agreement {
  const difference = meanInterval(shares.map((share, i) => share - (above[i] as number)));
  const isNear = difference.low >= -AGREES_WITHIN && difference.high <= AGREES_WITHIN;
  const agrees = isNear && refusal === null;
  const [low, high] = [points(difference.low), points(difference.high)];
  const measured = `${NAMES[of]} serves ${points(difference.mean)} points of the due doses more than ${NAMES[against]} (${low} to ${high}, over ${shares.length} futures)`;
  const limit = `${percent(AGREES_WITHIN, 1)} is accepted`;
  const says = refusal
    ? `must not be used: ${refusal}; ${measured}`
    : `${measured}; ${limit}${agrees ? '' : ', so it is not used'}`;
  return {
    ...{ of, against, agrees, says, futures: shares.length, difference },
    served: meanInterval(shares),
    servedAbove: meanInterval(above),
  };
}

function points(share: number): string {
  const hundredths = Math.round(share * 10_000) / 100;
  return hundredths.toFixed(2).replace('-', '−');
}
