import type { SitingProblem } from './SitingProblem.js';

/** One future that siting looks at: who lives where in it, and which candidates would open. */
export interface SitingFuture {
  /** How much it counts; the weights of all futures need not add up to 1. */
  readonly weight: number;
  readonly people: readonly number[];
  readonly opens: readonly boolean[];
}

/** Siting of machines that fill up, over one future or several. */
export interface CapacitatedProblem extends Omit<SitingProblem, 'people'> {
  readonly peoplePerMachine: number;
  readonly futures: readonly SitingFuture[];
}
