import { type Fidelities, type Plan, type Region, type TriedPlan, triedPlan } from '@dosetwin/scenarios';
import { SEED } from './SEED.js';

/** As good as at once, and shortly after. */
const QUICK_FUTURES = 32;
const SLOW_FUTURES = 128;

/** What a plan comes to by the fidelities that agreed on this region (Z10); visit by visit where that is not known yet. */
export function tryPlan(region: Region, plan: Plan, isQuick: boolean, fidelities: Fidelities | null): TriedPlan {
  return isQuick
    ? triedPlan(region, plan, { seed: SEED, fidelity: fidelities?.screening ?? 'visits', futures: QUICK_FUTURES })
    : triedPlan(region, plan, { seed: SEED, fidelity: fidelities?.judging ?? 'visits', futures: SLOW_FUTURES });
}
