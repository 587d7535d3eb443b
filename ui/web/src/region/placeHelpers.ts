import { type Box, overlap, type RegionLayout } from './regionLayout.js';
import { wayOf } from './wayOf.js';
import type { Whereabouts } from './whereabouts.js';

/** Of the circle that stands for somebody, px. */
export const HELPER_RADIUS = 12;
const PER_LETTER = 6.6;

/** Where somebody who is under way stands on the map, and their name beside them. */
export interface HelperSign {
  readonly contact: string;
  readonly role: string;
  readonly x: number;
  readonly y: number;
  /** Their name stands right (1) or left (-1) of them; `null`: there is no room for it. */
  readonly side: 1 | -1 | null;
  /** What the name takes; nothing where there is none. */
  readonly words: readonly Box[];
}

/** Those at one place stand side by side. */
export function placeHelpers(layout: RegionLayout, helpers: readonly Whereabouts[], width: number): HelperSign[] {
  const signs: HelperSign[] = [];
  for (const one of helpers) {
    const way = wayOf(layout, one);
    if (way === null) continue;
    const { x: atX, y } = way.at;
    const together = signs.filter((other) => Math.hypot(other.x - atX, other.y - y) < 4 * HELPER_RADIUS && other.y === y).length;
    const x = atX + together * (2 * HELPER_RADIUS + 3);
    const { contact, role } = one;
    signs.push({ contact, role, x, y, ...nameBeside(layout, contact, x, y, width) });
  }
  return signs;
}

function nameBeside({ sites }: RegionLayout, name: string, x: number, y: number, width: number) {
  const length = name.length * PER_LETTER;
  for (const side of [1, -1] as const) {
    const from = side > 0 ? x + HELPER_RADIUS + 4 : x - HELPER_RADIUS - 4 - length;
    const box: Box = { x: from, y: y - 9, width: length, height: 18 };
    const isInside = box.x >= 0 && box.x + box.width <= width;
    if (isInside && sites.every(({ words }) => overlap(words, box) === 0)) return { side, words: [box] };
  }
  return { side: null, words: [] };
}
