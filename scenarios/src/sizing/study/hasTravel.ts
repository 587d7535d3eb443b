import type { JudgedPlan } from './Study.js';

/** Below this a mean way reads as nothing at all. */
const LEAST_KM = 0.05;

/** Whether people come from one place to another at all: otherwise kilometres would be a row of noughts. */
export function hasTravel(plans: readonly JudgedPlan[]): boolean {
  return plans.some(({ bands }) => bands.meanKm.mean >= LEAST_KM);
}
