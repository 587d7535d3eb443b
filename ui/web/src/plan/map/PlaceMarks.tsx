import type { Region } from '@dosetwin/scenarios';
import type { PlacedLabel } from './mapLabels.js';
import type { MapView } from './mapView.js';
import type { PlaceMark } from './placeMarks.js';
import { kmAtWilling } from './willingAt.js';

interface PlaceMarksProps {
  readonly region: Region;
  readonly marks: readonly PlaceMark[];
  readonly labels: readonly PlacedLabel[];
  readonly view: MapView;
  readonly width: number;
  readonly height: number;
}

/** Shares of those beside a machine who still come from there: as the crow flies, so that roads end inside. */
export const RINGS = [0.5, 0.1] as const;
const LINE_PX = 15;

/** Reach around the machines, people as areas, and the names that find room. */
export function PlaceMarks({ region, marks, labels, view, width, height }: PlaceMarksProps) {
  const rings = [...RINGS.map((share) => kmAtWilling(region, share)), region.travel.furthestKm];
  return (
    <svg className="map-places" width={width} height={height} aria-hidden="true" focusable="false">
      <defs>
        <pattern id="left-out" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect width="5" height="5" fill="var(--fault-ground)" />
          <rect width="2" height="5" fill="var(--fault-hatch)" />
        </pattern>
      </defs>
      {marks
        .filter(({ machines }) => machines > 0)
        .flatMap(({ id, x, y }) =>
          rings.map((km, ring) => (
            <circle key={`${id} ${km}`} className={`map-ring map-ring-${ring}`} cx={x} cy={y} r={km * view.pxPerKm} />
          )),
        )}
      {marks.map((mark) => (
        <PlaceCircle key={mark.id} mark={mark} />
      ))}
      {labels.map(({ id, x, y, anchor, lines }) => (
        <text key={id} className="map-name" x={x} y={y} textAnchor={anchor}>
          {lines.map((line, row) => (
            <tspan key={line} x={x} dy={row === 0 ? 0 : LINE_PX} className={row === 0 ? 'map-name-first' : ''}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </svg>
  );
}

function PlaceCircle({
  mark: { x, y, radius, reachedRadius, machines, people, isTooFar, isPossible },
}: {
  readonly mark: PlaceMark;
}) {
  const isLeftOut = isTooFar && people !== null && people > 0;
  return (
    <g className={machines > 0 ? 'map-place map-place-taken' : 'map-place'}>
      <circle className={isLeftOut ? 'map-people map-people-left-out' : 'map-people'} cx={x} cy={y} r={radius} />
      {reachedRadius > 0 ? <circle className="map-reached" cx={x} cy={y} r={reachedRadius} /> : null}
      {isPossible && machines === 0 ? (
        <rect className="map-possible" x={x - 2.5} y={y - 4} width="5" height="8" rx="1.5" />
      ) : null}
    </g>
  );
}
