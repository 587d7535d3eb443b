import type { ParameterValues } from '../charts/parameters.js';
import type { Kernel, Place } from '../kernel/Kernel.js';
import type { RandomStream } from '../kernel/random.js';
import type { mechanismParameters } from './mechanism.parameters.js';

/** What the parts of one mechanism share. */
export interface Works {
  readonly kernel: Kernel;
  /** The mechanism's address: source of its entries and target of its events. */
  readonly address: string;
  readonly values: ParameterValues<typeof mechanismParameters>;
  readonly place: Place;
  /** Streams of the cartridges as far as they were drawn from, by purpose and then by number. */
  readonly streams: Map<string, RandomStream[]>;
  /** A pin changed: whoever samples the pins should look. */
  changed(): void;
}

/** Milliseconds of a parameter, as the kernel's whole microseconds. */
export function usOf(ms: number): number {
  return Math.round(ms * 1_000);
}

/** The streams of one cartridge are its own, so that no cartridge changes another's luck. */
export function laneStream({ kernel, address, streams }: Works, cartridge: number, purpose: string): RandomStream {
  let ofLanes = streams.get(purpose);
  if (ofLanes === undefined) {
    ofLanes = [];
    streams.set(purpose, ofLanes);
  }
  ofLanes[cartridge] ??= kernel.stream(`${address}/${cartridge}`, purpose);
  return ofLanes[cartridge];
}
