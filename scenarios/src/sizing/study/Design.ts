import type { Plan } from '../Plan.js';

/** A plan for a number of machines, and what its method promised (Z12). */
export interface Design {
  /** `p-median`, `covering`…: how it was found. */
  readonly method: string;
  readonly plan: Plan;
  /** Of the optimisation: what the plan is worth, and what no plan can pass; `null` where the method gives no bound. */
  readonly value: number;
  readonly bound: number | null;
  /** Bound and value meet. */
  readonly isOptimal: boolean;
}

/** Siting of so many machines, by each method; none where there is no room for so many. */
export type SitesOf = (machines: number) => Promise<readonly Design[]>;
