import type { Region } from '../region/Region.js';
import { inHundred, worstTarget } from './causeOf.js';
import type { Target } from './Judgement.js';
import type { Impossible, JudgedPlan } from './Study.js';
import type { Screened } from './screen.js';
import type { Standing } from './standingOf.js';

/** What of the region's wishes cannot be had, and the nearest that can (Z14); `null` when all can. */
export function impossibleOf(
  region: Region,
  screened: readonly Screened[],
  plans: readonly JudgedPlan[],
  { machines }: Standing,
): Impossible | null {
  if (machines === null) return targetsImpossible(region, screened, plans);
  const plan = plans.find((one) => one.machines === machines) as JudgedPlan;
  return overBudget(region, plan) ? budgetImpossible(region, plans, plan) : null;
}

/** Whether a plan is dearer, or has more machines, than the region's budget. Dearer is meant of the mean over futures. */
export function overBudget({ budget }: Region, plan: JudgedPlan): boolean {
  return (
    plan.machines > (budget.machines ?? Number.POSITIVE_INFINITY) ||
    plan.bands.costPerYear.mean > (budget.costPerYear ?? Number.POSITIVE_INFINITY)
  );
}

/** What the screen rules out cannot be had; otherwise no plan was found, which is less. */
function targetsImpossible(region: Region, screened: readonly Screened[], plans: readonly JudgedPlan[]): Impossible {
  const best = plans.reduce((a, b) =>
    b.share > a.share || (b.share === a.share && b.bands.margin.mean > a.bands.margin.mean) ? b : a,
  );
  const target = worstTarget(best) ?? 'reached';
  const most = plans.at(-1) as JudgedPlan;
  const { confidence } = region.targets;
  return {
    kind: 'targets',
    what: screened.every(({ isOutOfQuestion }) => isOutOfQuestion)
      ? `No plan of up to ${screened.at(-1)?.machines ?? most.machines} machines can hold all targets: ${wish(region, target)} cannot be had.`
      : `No plan that was found, of up to ${most.machines} machines, holds all targets in ${inHundred(confidence)} of 100 futures: ${wish(region, target)} fails most often.`,
    nearest: `The nearest is ${best.machines} machines, which hold them in ${inHundred(best.share)} of 100 futures; what they hold in ${inHundred(confidence)} of 100 is ${nearest(region, best)}.`,
    machines: best.machines,
  };
}

function budgetImpossible(region: Region, plans: readonly JudgedPlan[], plan: JudgedPlan): Impossible {
  const { budget } = region;
  const cost = `${thousands(plan.bands.costPerYear.mean)} dollars a year`;
  const allowed = [
    ...(budget.machines === undefined ? [] : [`${budget.machines} machines`]),
    ...(budget.costPerYear === undefined ? [] : [`${thousands(budget.costPerYear)} dollars a year`]),
  ].join(' and ');
  const within = plans.filter((one) => !overBudget(region, one)).at(-1);
  return {
    kind: 'budget',
    what: `The budget allows ${allowed}, and the targets take ${plan.machines} machines at ${cost}.`,
    nearest:
      within === undefined
        ? 'No plan that was looked at stays within the budget.'
        : `Within it, ${within.machines} machines hold the targets in ${inHundred(within.share)} of 100 futures; in ${inHundred(region.targets.confidence)} of 100 they hold ${nearest(region, within)}.`,
    machines: within?.machines ?? plan.machines,
  };
}

function wish({ targets }: Region, target: Target): string {
  if (target === 'served') return `${inHundred(targets.served)} of 100 due doses got`;
  if (target === 'reached') return `${inHundred(targets.reached)} of 100 people within reach`;
  return `a mean way of ${targets.meanKm} km`;
}

/** Each target as it could be set for this plan and still hold, alone, in the share of futures asked for. */
function nearest({ targets }: Region, { bounds }: JudgedPlan): string {
  const words = [`${inHundred(bounds.reached)} of 100 people within reach`, `${inHundred(bounds.served)} of 100 due doses got`];
  if (targets.meanKm !== undefined) words.push(`a mean way of ${bounds.meanKm.toFixed(1)} km`);
  return words.join(', ');
}

/** Dollars as people write them here: thousands apart by a comma. */
export function thousands(amount: number): string {
  return String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, ',');
}
