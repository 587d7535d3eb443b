import { HELPER_RADIUS, type HelperSign } from './placeHelpers.js';
import { RoleMark } from './RoleMark.js';

interface HelperSignsProps {
  readonly signs: readonly HelperSign[];
  readonly width: number;
  readonly height: number;
  /** Smaller, and without names. */
  readonly short: boolean;
}

/** Whoever is under way, over everything else; the list beside the map says the same in words. */
export function HelperSigns({ signs, width, height, short }: HelperSignsProps) {
  return (
    <svg className="region-helpers" width={width} height={height} aria-hidden="true" focusable="false">
      {signs.map(({ contact, role, x, y, side }) => (
        <g key={contact} className="helper-sign" transform={`translate(${x} ${y}) scale(${short ? 0.75 : 1})`}>
          <circle r={HELPER_RADIUS} />
          <RoleMark role={role} />
          {side === null || short ? null : (
            <text x={side * (HELPER_RADIUS + 4)} y="4" textAnchor={side < 0 ? 'end' : 'start'}>
              {contact}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
