import type { ParameterValues } from '../charts/parameters.js';
import type { Kernel } from '../kernel/Kernel.js';
import type { mechanismParameters } from './mechanism.parameters.js';

/** What the parts of one mechanism share. */
export interface Works {
  readonly kernel: Kernel;
  /** The mechanism's address: source of its entries and target of its events. */
  readonly address: string;
  readonly values: ParameterValues<typeof mechanismParameters>;
  /** What the streams of a cartridge are called, by its number: `ADDRESS/7`. */
  readonly laneNames: readonly string[];
  /** A pin changed: whoever samples the pins should look. */
  changed(): void;
}

/** Milliseconds of a parameter, as the kernel's whole microseconds. */
export function usOf(ms: number): number {
  return Math.round(ms * 1_000);
}

/** The streams of one cartridge are its own, so that no cartridge changes another's luck. */
export function laneStream(works: Works, cartridge: number, purpose: string) {
  return works.kernel.stream(works.laneNames[cartridge] ?? `${works.address}/${cartridge}`, purpose);
}
