import type { Totals } from '../simulate/Totals.js';

const ORDER: Readonly<Record<keyof Totals, number>> = {
  people: 0,
  reached: 1,
  machines: 2,
  due: 3,
  stayedAway: 4,
  came: 5,
  served: 6,
  lostToDown: 7,
  lostToJam: 8,
  lostToEmpty: 9,
  lostToPalm: 10,
  lostToClosed: 11,
  servedElsewhere: 12,
  travelled_m: 13,
  faults: 14,
  down_min: 15,
  clearing_min: 16,
  waiting_min: 17,
  staff_min: 18,
  technician_km: 19,
  cost: 20,
};

/** The totals in the order in which a digest takes them; a total that is not named here does not compile. */
export const TOTALS_NAMES = (Object.keys(ORDER) as (keyof Totals)[]).sort((a, b) => ORDER[a] - ORDER[b]);
