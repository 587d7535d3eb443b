import type { Plan } from '../Plan.js';
import type { Region } from '../region/Region.js';

export interface Move {
  readonly from: string;
  readonly to: string;
  readonly plan: Plan;
}

/** Every way to take one machine of a plan to another candidate with room. */
export function movesOf(region: Region, plan: Plan): readonly Move[] {
  const at = new Map(plan.sites.map(({ candidate, machines }) => [candidate, machines]));
  return plan.sites.flatMap(({ candidate: from }) =>
    region.candidates.flatMap(({ id: to, room }) =>
      to === from || (at.get(to) ?? 0) >= room ? [] : [{ from, to, plan: moved(plan, from, to) }],
    ),
  );
}

/** A plan with one machine of `from` at `to`. */
export function moved(plan: Plan, from: string, to: string): Plan {
  const at = new Map(plan.sites.map(({ candidate, machines }) => [candidate, machines]));
  at.set(from, (at.get(from) ?? 0) - 1);
  at.set(to, (at.get(to) ?? 0) + 1);
  return {
    sites: [...at.entries()]
      .filter(([, machines]) => machines > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([candidate, machines]) => ({ candidate, machines })),
  };
}
