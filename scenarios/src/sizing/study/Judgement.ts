import type { Region } from '../region/Region.js';
import type { Totals } from '../simulate/Totals.js';

export type Target = 'served' | 'reached' | 'meanKm';

/** One future of a plan, held against the region's targets. */
export interface Judgement {
  /** Doses that people came for and got, of those due to people within reach; 0 where nobody is within reach. */
  readonly served: number;
  /** People within reach of an open machine, of all the region's. */
  readonly reached: number;
  /** Doses got, of those that everybody in the region would be due. */
  readonly servedOfAll: number;
  /** Kilometres of a way there, the mean over those who came. */
  readonly meanKm: number;
  /** Canadian dollars, hours of staff: in a year of 365 days. */
  readonly costPerYear: number;
  readonly staffHoursPerYear: number;
  /** Targets that this future misses. */
  readonly missed: readonly Target[];
  /** How far the worst target is held, in shares; below 0 it is missed by so much. Kilometres count as a share of their target. */
  readonly margin: number;
}

export function judge({ targets, days, demand }: Region, totals: Totals): Judgement {
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
  const served = share(totals.served, totals.due);
  const reached = share(totals.reached, totals.people);
  const meanKm = share(totals.travelled_m, totals.came) / 1000;
  const margins: [Target, number][] = [
    ['served', served - targets.served],
    ['reached', reached - targets.reached],
  ];
  if (targets.meanKm !== undefined) margins.push(['meanKm', share(targets.meanKm - meanKm, targets.meanKm)]);
  return {
    served,
    reached,
    servedOfAll: share(totals.served, totals.people * days * demand.dosesPerDay),
    meanKm,
    costPerYear: (totals.cost * 365) / days,
    staffHoursPerYear: (totals.staff_min / 60) * (365 / days),
    missed: margins.filter(([, margin]) => margin < 0).map(([target]) => target),
    margin: Math.min(...margins.map(([, margin]) => margin)),
  };
}

/** Shares within which a margin counts when plans are compared: what is held or missed by more is held or missed, and no more. */
const MISSED = -0.05;
const ENOUGH = 0.02;

/**
 * What a plan is worth in a future when plans are compared: its margin, as far as it matters. It stands for whether the targets hold,
 * which is what counts in the end, and varies less; a future in which most sites fall through is lost to every plan alike.
 */
export function worthOf({ margin }: Judgement): number {
  return Math.max(MISSED, Math.min(margin, ENOUGH));
}
