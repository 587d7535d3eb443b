import { say } from '../../text/say.js';
import { plan } from './plan.js';
import { changePlan } from './planClient.js';
import { freeSiteAt, movedMachine, takenSiteAt, withMachines } from './planEdits.js';
import { shownPlan } from './shownPlan.js';

/** A machine of the plan that is shown goes from a place to another; where there is no room nothing happens. */
export function moveBetween(fromPlace: string, toPlace: string): void {
  const { region } = plan.getState();
  const shown = shownPlan(plan.getState());
  if (region === null || shown === null) return;
  const from = takenSiteAt(region, shown, fromPlace);
  const to = freeSiteAt(region, shown, toPlace);
  if (from !== null && to !== null) moveToSite(from.id, to.id);
}

/** A machine goes from a site to another. */
export function moveToSite(from: string, to: string): void {
  const { region } = plan.getState();
  const shown = shownPlan(plan.getState());
  if (region === null || shown === null) return;
  const moved = movedMachine(region, shown, from, to);
  if (moved !== shown) changePlan(moved, say('plan.news.moved', { from: nameOf(from), to: nameOf(to) }));
}

/** One machine more at a site, or one fewer. */
export function changeSite(candidate: string, change: 1 | -1): void {
  const shown = shownPlan(plan.getState());
  if (shown === null) return;
  const key = change === 1 ? 'plan.news.added' : 'plan.news.removed';
  changePlan(withMachines(shown, candidate, change), say(key, { site: nameOf(candidate) }));
}

function nameOf(candidate: string): string {
  return plan.getState().region?.candidates.find(({ id }) => id === candidate)?.name ?? candidate;
}
