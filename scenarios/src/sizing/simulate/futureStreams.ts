import { RandomStream } from '@dosetwin/twin';
import type { Region } from '../region/Region.js';
import { Keys } from './keyedDraw.js';
import { estimatesOf, type UncertainInput } from './uncertainInputs.js';

/** A stream costs a hash, and a study draws thousands of futures of one region: its streams are kept. */
export interface FutureStreams {
  readonly seed: number;
  readonly inputs: ReadonlyMap<string, UncertainInput & { readonly stream: RandomStream }>;
  /** By candidate: whether it opens, and the keys of its machines. */
  readonly openings: readonly RandomStream[];
  readonly machines: readonly Keys[];
  /** By place: the keys of its people. */
  readonly people: readonly Keys[];
}

const kept = new WeakMap<Region, FutureStreams>();

export function futureStreams(region: Region, seed: number): FutureStreams {
  const known = kept.get(region);
  if (known?.seed === seed) return known;
  const inputs = estimatesOf(region).map((input) => [input.path, { ...input, stream: beliefStream(seed, input) }] as const);
  const streams: FutureStreams = {
    seed,
    inputs: new Map(inputs),
    openings: region.candidates.map(({ id }) => new RandomStream(seed, id, 'opens')),
    machines: region.candidates.map(({ id }) => new Keys(seed, id, 'machine')),
    people: region.places.map(({ id }) => new Keys(seed, id, 'person')),
  };
  kept.set(region, streams);
  return streams;
}

/**
 * One belief is drawn once, however many places or sites it is held of (Z2): the same least, likely and most from the same source. If
 * owners agree more rarely than was assumed, they do so everywhere; drawn for each site alone, such errors would even out.
 */
function beliefStream(seed: number, { kind, estimate: { low, likely, high, source } }: UncertainInput): RandomStream {
  return new RandomStream(seed, kind, `${low} ${likely} ${high} ${source}`);
}
