/** A site that may be chosen. */
export interface SitingCandidate {
  /** Chance that it opens when it is chosen, 0 to 1. */
  readonly opens: number;
  /** Machines for which there is room, 1 and more. */
  readonly room: number;
  /** What a machine there costs, in the unit of the limit. */
  readonly cost: number;
}

/**
 * What siting makes least. `median`: the kilometres of all people, each to the nearest chosen site; who has none within
 * `furthestKm` counts `unservedKm` instead (Infinity: nobody may have none). `covering`: the people without a site within
 * `furthestKm`.
 */
export type SitingGoal =
  | { readonly kind: 'median'; readonly furthestKm: number; readonly unservedKm: number }
  | { readonly kind: 'covering'; readonly furthestKm: number };

/** Most machines (sites, where people do not fill them), or most that they may cost. */
export type SitingLimit = { readonly machines: number } | { readonly cost: number };

export interface SitingProblem {
  /** People of each place. */
  readonly people: readonly number[];
  readonly candidates: readonly SitingCandidate[];
  /** Kilometres from place to candidate: `km[place * candidates + candidate]`, Infinity where there is no way. */
  readonly km: Float64Array;
  readonly goal: SitingGoal;
  readonly limit: SitingLimit;
}

/** An answer of siting, with the bound that says how far from the best it can be at most (SIZING Z12). */
export interface Siting {
  /** Machines at each candidate. */
  readonly machines: readonly number[];
  /** What the goal comes to, worked out from the machines themselves and not taken from the solver. */
  readonly value: number;
  /** No choice within the limit comes to less. */
  readonly bound: number;
  /** Value and bound meet. */
  readonly isOptimal: boolean;
}

/** Cost of a person of a place at a candidate under a goal; `null` where the candidate is beyond reach. */
export function costOf(
  { km, candidates, goal }: Pick<SitingProblem, 'km' | 'candidates' | 'goal'>,
  place: number,
  candidate: number,
) {
  const way = km[place * candidates.length + candidate] as number;
  if (way > goal.furthestKm || way === Number.POSITIVE_INFINITY) return null;
  return goal.kind === 'median' ? way : 0;
}

/** Cost of a person whom no site serves. */
export function costUnserved(goal: SitingGoal): number {
  return goal.kind === 'median' ? goal.unservedKm : 1;
}

/** Whether two values are the same but for rounding on the way: a millionth of a part. */
export function meets(value: number, bound: number): boolean {
  return value - bound <= 1e-6 * Math.max(1, Math.abs(value));
}
