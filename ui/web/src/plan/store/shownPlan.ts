import type { Plan } from '@dosetwin/scenarios';
import type { PlanState } from './PlanState.js';

/** The plan that the map shows, or `null` before there is one. */
export function shownPlan({ shown, own, study }: Pick<PlanState, 'shown' | 'own' | 'study'>): Plan | null {
  if (shown === null) return null;
  if (shown.kind === 'own') return own.find(({ id }) => id === shown.id)?.plan ?? null;
  return study?.plans.find(({ machines }) => machines === shown.machines)?.plan ?? null;
}
