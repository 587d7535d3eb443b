import type { RandomStream } from '@dosetwin/twin';

/** What becomes of a frame on its way. */
export type Fate =
  | { readonly is: 'whole' | 'lost' | 'doubled' | 'swapped' }
  | { readonly is: 'cut'; readonly bytes: number }
  | { readonly is: 'flipped'; readonly bit: number }
  | { readonly is: 'delayed' | 'echoed'; readonly by_us: number }
  | { readonly is: 'noisy'; readonly before: readonly number[]; readonly behind: readonly number[] };

export type FateName = Fate['is'];

/** Everything that a wire may do to a frame. */
export const FAULTS = [
  'lost',
  'doubled',
  'cut',
  'flipped',
  'swapped',
  'delayed',
  'echoed',
  'noisy',
] as const satisfies readonly FateName[];
export type WireFault = (typeof FAULTS)[number];

/**
 * No wire keeps a frame, or a copy of it, longer than this, in µs. It stands for a gateway's buffer, and lies within what the master
 * takes for possible (`DOUBT_us`).
 */
export const MOST_DELAY_us = 1_900_000;
const MOST_BITS = 2_000;
const MOST_NOISE = 12;

/** A fate of this kind; cut and flipped places are taken modulo the frame's length. */
export function drawFate(is: FateName, luck: RandomStream): Fate {
  switch (is) {
    case 'cut':
      return { is, bytes: luck.integer(0, MOST_BITS) };
    case 'flipped':
      return { is, bit: luck.integer(0, MOST_BITS) };
    case 'delayed':
    case 'echoed':
      // As often short as long: a reply that is late by little meets the next request, a command that is late by much the next order.
      return { is, by_us: luck.integer(1, luck.chance(0.5) ? 120_000 : MOST_DELAY_us) };
    case 'noisy':
      return { is, before: drawNoise(luck), behind: drawNoise(luck) };
    default:
      return { is };
  }
}

/** Some bytes, or none. */
export function drawNoise(luck: RandomStream): number[] {
  return Array.from({ length: luck.integer(0, MOST_NOISE) }, () => luck.integer(0, 255));
}
