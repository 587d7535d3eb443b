import type { Estimate } from '../region/Region.js';
import { triangleQuantile } from '../simulate/future.js';
import type { UncertainInput } from '../simulate/uncertainInputs.js';
import type { Overrides } from './Block.js';

/** An assumption that is varied as one: one estimate of the region, or those of all its places or sites together. */
export interface Factor {
  /** `machine.jam`, `places.people`, `candidates.opens`. */
  readonly name: string;
  readonly inputs: readonly UncertainInput[];
}

/** The estimates that are not fixed, those of places and of sites taken together. */
export function factorsOf(inputs: readonly UncertainInput[]): readonly Factor[] {
  const factors = new Map<string, UncertainInput[]>();
  for (const input of inputs) factors.set(input.kind, [...(factors.get(input.kind) ?? []), input]);
  return [...factors].map(([name, together]) => ({ name, inputs: together }));
}

/** The factor at a quantile of what is believed of it, 0 to 1, all of its inputs alike. */
export function factorAt({ inputs }: Factor, quantile: number): Overrides {
  return Object.fromEntries(inputs.map(({ path }) => [path, { quantile }]));
}

/** What the factor comes to there: people are added up over places, everything else is the mean. */
export function factorValue({ name, inputs }: Factor, quantile: number): number {
  const sum = inputs.reduce((all, { estimate }) => all + triangleQuantile(estimate as Estimate, quantile), 0);
  return name === 'places.people' ? sum : sum / inputs.length;
}
