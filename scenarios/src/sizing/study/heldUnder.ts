import { pairedDifference } from '../../compare/PairedDifference.js';
import type { Region } from '../region/Region.js';
import type { Fidelity } from '../simulate/simulate.js';
import type { Totals } from '../simulate/Totals.js';
import type { Overrides } from './Block.js';
import { judge } from './Judgement.js';
import { judging } from './judgePlans.js';
import type { Simulations } from './Simulations.js';
import type { JudgedPlan } from './Study.js';

/** Where plans are tried once more under other assumptions. */
export interface Trial {
  readonly region: Region;
  readonly simulations: Simulations;
  readonly fidelity: Fidelity;
  /** Futures of each try, 2 and more: a multiple of a block's. */
  readonly futures: number;
}

export interface Held {
  /** Share of futures in which all targets hold, 0 to 1, and the 95 % interval of what the change takes or adds, about the plan's own. */
  readonly share: number;
  readonly interval: readonly [number, number];
  readonly meanMargin: number;
}

/**
 * In what share of futures a plan holds once some numbers are set from outside: the share it was judged to hold in many futures, and
 * what the change makes of it in a few, the same with the change and without it. So a change of nothing changes nothing, and what
 * these few futures have of luck, or their fidelity of error, is not taken for the change (a control variate).
 */
export async function heldUnder(trial: Trial, plan: JudgedPlan, overrides: Overrides): Promise<Held> {
  const { region, simulations } = trial;
  const [own = [], changed = []] = await simulations.totals([wanted(trial, plan, {}), wanted(trial, plan, overrides)]);
  const holds = (row: readonly Totals[]) => row.map((totals) => (judge(region, totals).missed.length === 0 ? 1 : 0));
  const found = pairedDifference(holds(own), holds(changed));
  const [low, high] = found?.interval ?? [-1, 1];
  const shifted = (by: number) => Math.max(0, Math.min(1, plan.share + by));
  const margins = changed.reduce((sum, totals) => sum + judge(region, totals).margin, 0);
  return {
    share: shifted(found?.difference ?? 0),
    interval: [shifted(low), shifted(high)],
    meanMargin: margins / changed.length,
  };
}

/** The futures that `heldUnder` needs with these numbers set, for asking for many at once. */
export function wanted({ fidelity, futures }: Trial, { plan }: JudgedPlan, overrides: Overrides) {
  return judging(plan, fidelity, futures, overrides);
}
