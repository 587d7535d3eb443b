import { type Plan, type Region, type TriedPlan, triedPlan } from '@dosetwin/scenarios';
import { SEED } from './SEED.js';

/** Few futures, from failure to failure: as good as at once. Then more of them, machine by machine. */
const QUICK = { fidelity: 'failures', futures: 32 } as const;
const SLOW = { fidelity: 'machines', futures: 128 } as const;

export function tryPlan(region: Region, plan: Plan, isQuick: boolean): TriedPlan {
  return triedPlan(region, plan, { seed: SEED, ...(isQuick ? QUICK : SLOW) });
}
