/** Machines at candidate sites of a region; candidates by id, each once, in the order of their ids. */
export interface Plan {
  readonly sites: readonly { readonly candidate: string; readonly machines: number }[];
}

/** How many machines a plan has. */
export function machinesOf(plan: Plan): number {
  return plan.sites.reduce((sum, { machines }) => sum + machines, 0);
}
