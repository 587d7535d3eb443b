import type { Totals } from '../simulate/Totals.js';

const ORDER: Readonly<Record<keyof Totals, number>> = {
  people: 0,
  reached: 1,
  tooFar: 2,
  notOpened: 3,
  full: 4,
  limited: 5,
  machines: 6,
  due: 7,
  stayedAway: 8,
  came: 9,
  served: 10,
  lostToDown: 11,
  lostToJam: 12,
  lostToEmpty: 13,
  lostToPalm: 14,
  lostToClosed: 15,
  servedElsewhere: 16,
  travelled_m: 17,
  faults: 18,
  down_min: 19,
  clearing_min: 20,
  waiting_min: 21,
  staff_min: 22,
  technician_km: 23,
  cost: 24,
};

/** The totals in the order in which a digest takes them; a total that is not named here does not compile. */
export const TOTALS_NAMES = (Object.keys(ORDER) as (keyof Totals)[]).sort((a, b) => ORDER[a] - ORDER[b]);
