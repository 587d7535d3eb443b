import { OUTLINE } from '@dosetwin/reports';
import type { Region } from '@dosetwin/scenarios';
import { useMemo } from 'react';
import type { MapView, Spot } from './mapView.js';

interface MapGroundProps {
  readonly region: Region | null;
  /** Places of nobody's plan, as points. */
  readonly spots: readonly Spot[];
  readonly view: MapView;
  readonly width: number;
  readonly height: number;
}

/** What lies below everything: the graticule, coasts and borders, and the ways of the region's list, drawn straight. */
export function MapGround({ region, spots, view, width, height }: MapGroundProps) {
  const { land, borders } = useMemo(() => ({ land: view.areas(OUTLINE.rings), borders: view.lines(OUTLINE.borders) }), [view]);
  const at = new Map(region?.places.map((place) => [place.id, view.at(place)]));
  return (
    <svg className="map-ground" width={width} height={height} aria-hidden="true" focusable="false">
      {/* The outline holds what lies around the examples, and no continent. */}
      {region === null ? null : <path className="map-land" d={land} />}
      <path className="map-graticule" d={view.graticule} />
      {region === null ? null : <path className="map-border" d={borders} />}
      {spots.map((spot) => {
        const { x, y } = view.at(spot);
        return <circle key={`${x} ${y}`} className="map-spot" cx={x} cy={y} r="3" />;
      })}
      {region?.links.map(({ a, b, mode }) => {
        const [from, to] = [at.get(a), at.get(b)];
        if (from === undefined || to === undefined) return null;
        return (
          <path key={`${a} ${b} ${mode}`} className={`map-way map-way-${mode}`} d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
        );
      })}
    </svg>
  );
}
