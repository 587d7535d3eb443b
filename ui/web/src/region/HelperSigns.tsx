import { RoleMark } from './RoleMark.js';
import { type Box, overlap, type RegionLayout } from './regionLayout.js';
import { wayOf } from './wayOf.js';
import type { Whereabouts } from './whereabouts.js';

interface HelperSignsProps {
  readonly layout: RegionLayout;
  readonly helpers: readonly Whereabouts[];
  readonly width: number;
  readonly height: number;
  /** Smaller, and without names. */
  readonly short: boolean;
}

const RADIUS = 12;
const PER_LETTER = 6.6;

/** Whoever is under way, over everything else; the list beside the map says the same in words. */
export function HelperSigns({ layout, helpers, width, height, short }: HelperSignsProps) {
  const signs = placed(layout, helpers, width);
  return (
    <svg className="region-helpers" width={width} height={height} aria-hidden="true" focusable="false">
      {signs.map(({ contact, role, x, y, side }) => (
        <g key={contact} className="helper-sign" transform={`translate(${x} ${y}) scale(${short ? 0.75 : 1})`}>
          <circle r={RADIUS} />
          <RoleMark role={role} />
          {side === null || short ? null : (
            <text x={side * (RADIUS + 4)} y="4" textAnchor={side < 0 ? 'end' : 'start'}>
              {contact}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

interface Sign {
  readonly contact: string;
  readonly role: string;
  readonly x: number;
  readonly y: number;
  /** Their name stands right (1) or left (-1) of them; `null`: there is no room for it. */
  readonly side: 1 | -1 | null;
}

/** Those at one place stand side by side. */
function placed(layout: RegionLayout, helpers: readonly Whereabouts[], width: number): Sign[] {
  const signs: Sign[] = [];
  for (const one of helpers) {
    const way = wayOf(layout, one);
    if (way === null) continue;
    const { x: atX, y } = way.at;
    const together = signs.filter((other) => Math.hypot(other.x - atX, other.y - y) < 4 * RADIUS && other.y === y).length;
    const x = atX + together * (2 * RADIUS + 3);
    signs.push({ contact: one.contact, role: one.role, x, y, side: sideOf(layout, one.contact, x, y, width) });
  }
  return signs;
}

function sideOf({ sites }: RegionLayout, name: string, x: number, y: number, width: number): Sign['side'] {
  const length = name.length * PER_LETTER;
  const boxOf = (side: 1 | -1): Box => ({
    x: side > 0 ? x + RADIUS + 4 : x - RADIUS - 4 - length,
    y: y - 9,
    width: length,
    height: 18,
  });
  const isFree = (box: Box) => box.x >= 0 && box.x + box.width <= width && sites.every(({ words }) => overlap(words, box) === 0);
  return ([1, -1] as const).find((side) => isFree(boxOf(side))) ?? null;
}
