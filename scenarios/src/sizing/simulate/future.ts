import type { Estimate, Region } from '../region/Region.js';
import { futureStreams } from './futureStreams.js';

/** A number of a future set from outside: the number itself, or the quantile of its triangle, 0 to 1. */
export type Override = { readonly value: number } | { readonly quantile: number };

/** One way in which everything unknown may turn out (Z2, Z3): the same for every plan. */
export interface Future {
  readonly seed: number;
  /** 0 and more; keys all of its draws (Z4). */
  readonly index: number;
  /** By path (`machine.jam`): what it is in this future. Whole people where people are counted, of every place (`place.ID.people`). */
  readonly values: ReadonlyMap<string, number>;
  /** Ids of the candidate sites that open. */
  readonly open: ReadonlySet<string>;
}

/**
 * Draws a future. An override replaces a draw and disturbs no other: `candidate.ID.opens` at value 0 is a site that falls through, at 1
 * one that opens for certain. Throws on a path that the region does not have.
 */
export function future(region: Region, seed: number, index: number, overrides: Readonly<Record<string, Override>> = {}): Future {
  const { inputs, openings } = futureStreams(region, seed);
  for (const path of Object.keys(overrides)) {
    if (!inputs.has(path)) throw new RangeError(`the region ${region.id} has no input ${path}`);
  }
  const values = new Map<string, number>();
  for (const { path, estimate, stream } of inputs.values()) {
    const value = drawnValue(estimate, stream.uniformAt(index), overrides[path]);
    values.set(path, /people$/i.test(path) ? Math.round(value) : value);
  }
  for (const { id, population, rate } of region.places) {
    if (rate === undefined) continue;
    const cases = (population * (values.get(`place.${id}.rate`) as number)) / 100_000;
    values.set(`place.${id}.people`, Math.round(cases * (values.get('demand.peopleEach') as number)));
  }
  const open = new Set<string>();
  for (const [i, { id }] of region.candidates.entries()) {
    const luck = openings[i]?.uniformAt(index) as number;
    if (luck < (values.get(`candidate.${id}.opens`) as number)) open.add(id);
  }
  return { seed, index, values, open };
}

/** The quantile of an estimate's triangle, for `u` from 0 to 1. */
export function triangleQuantile({ low, likely, high }: Estimate, u: number): number {
  if (high <= low) return low;
  const width = high - low;
  return u * width < likely - low
    ? low + Math.sqrt(u * width * (likely - low))
    : high - Math.sqrt((1 - u) * width * (high - likely));
}

function drawnValue(estimate: Estimate, u: number, override: Override | undefined): number {
  if (override === undefined) return triangleQuantile(estimate, u);
  return 'value' in override ? override.value : triangleQuantile(estimate, override.quantile);
}
