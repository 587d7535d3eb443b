import type { Region } from '@dosetwin/scenarios';
import { type GeoPath, type GeoPermissibleObjects, type GeoProjection, geoConicConformal, geoPath } from 'd3-geo';

/** A map of a region: a projection that fits its places into a frame with room around them. */
export interface MapFrame {
  readonly width: number;
  readonly height: number;
  readonly path: GeoPath<unknown, GeoPermissibleObjects>;
  /** Where degrees lie, in the frame's own pixels; `null` for what the projection cannot show. */
  readonly at: (lon: number, lat: number) => readonly [number, number] | null;
}

/** Pixels around the outermost places, at most: their names want room. */
const ROOM = 56;
/** A region of one place is shown with this much around it. */
const LEAST_DEGREES = 0.6;

/** Lambert's conformal conic with its parallels a sixth inside the region, which is what maps of Canada are drawn on. */
export function mapFrame({ places }: Region, width: number, height: number): MapFrame {
  const lats = places.map(({ lat }) => lat);
  const lons = places.map(({ lon }) => lon);
  const [south, north] = widened(Math.min(...lats), Math.max(...lats));
  const [west, east] = widened(Math.min(...lons), Math.max(...lons));
  const sixth = (north - south) / 6;
  const projection: GeoProjection = geoConicConformal()
    .parallels([south + sixth, north - sixth])
    .rotate([-(west + east) / 2, 0])
    .center([0, (south + north) / 2]);
  const corners = [west, (west + east) / 2, east].flatMap((lon) => [south, north].map((lat): [number, number] => [lon, lat]));
  const room = Math.min(ROOM, width / 10);
  projection.fitExtent(
    [
      [room, room * 0.8],
      [width - room, height - room * 0.8],
    ],
    { type: 'MultiPoint', coordinates: corners },
  );
  projection.clipExtent([
    [0, 0],
    [width, height],
  ]);
  const path = geoPath(projection).digits(1);
  return { width, height, path, at: (lon, lat) => projection([lon, lat]) };
}

function widened(low: number, high: number): readonly [number, number] {
  const missing = Math.max(0, LEAST_DEGREES - (high - low)) / 2;
  return [low - missing, high + missing];
}
