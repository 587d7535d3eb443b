import type { RegionLayout } from './regionLayout.js';
import type { Whereabouts } from './whereabouts.js';
import { wayOf } from './wayOf.js';

interface HelperSignsProps {
  readonly layout: RegionLayout;
  readonly helpers: readonly Whereabouts[];
  readonly width: number;
  readonly height: number;
}

const RADIUS = 12;
const BESIDE: Readonly<Record<string, readonly [number, number]>> = { onSite: [0, -24], onRounds: [0, -24], gettingReady: [0, -24] };

/** Whoever is under way, over everything else; the list beside the map says the same in words. */
export function HelperSigns({ layout, helpers, width, height }: HelperSignsProps) {
  const shown = helpers.flatMap((one) => {
    const way = wayOf(layout, one);
    return way === null ? [] : [{ one, at: way.at }];
  });
  return (
    <svg className="region-helpers" width={width} height={height} aria-hidden="true" focusable="false">
      {shown.map(({ one, at }, place) => {
        // At a site they stand above its point, one beside the other.
        const together = shown.slice(0, place).filter((other) => Math.hypot(other.at.x - at.x, other.at.y - at.y) < RADIUS).length;
        const [dx, dy] = BESIDE[one.is] ?? [0, 0];
        const left = at.x > width - 130;
        return (
          <g key={one.contact} className="helper-sign" transform={`translate(${at.x + dx + together * 27} ${at.y + dy})`}>
            <circle r={RADIUS} />
            <RoleMark role={one.role} />
            <text x={left ? -RADIUS - 4 : RADIUS + 4} y="4" textAnchor={left ? 'end' : 'start'}>
              {one.contact}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** A cross for nursing, a key for whoever else comes with one. */
function RoleMark({ role }: { readonly role: string }) {
  if (role === 'nurse') return <path className="role-mark" d="M0-5.5v11M-5.5 0h11" />;
  return <path className="role-mark" d="M-5.6 0a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0M-.4 0h6.2v2.8M3.2 0v2.2" />;
}
