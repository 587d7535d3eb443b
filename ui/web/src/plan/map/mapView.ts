import { type GeoProjection, geoConicEqualArea, geoGraticule, geoPath } from 'd3-geo';

export interface Spot {
  readonly lat: number;
  readonly lon: number;
}

type Positions = readonly (readonly (readonly [lon: number, lat: number])[])[];

export interface MapBox {
  readonly width: number;
  readonly height: number;
  /** Kept free of places on each side, and at the foot, in px. */
  readonly edge: number;
  readonly foot: number;
}

/** Where a region's places are drawn, and how many pixels a kilometre is in its middle. */
export interface MapView {
  readonly pxPerKm: number;
  readonly at: (spot: Spot) => { readonly x: number; readonly y: number };
  /** Lines, and closed rings, of longitude and latitude as the path of an SVG. */
  readonly lines: (lines: Positions) => string;
  readonly areas: (rings: Positions) => string;
  readonly graticule: string;
}

const EARTH_KM = 6_371;
const KM_PER_DEGREE = 111;
/** One place alone is shown with this much around it. */
const LEAST_KM = 20;
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20];
const LINES_ACROSS = 8;
/** Lines are cut so far outside of the picture. */
const BEYOND_PX = 40;

/** A map of equal areas, cut to the places: an area that stands for people is as large wherever it lies. */
export function mapView(spots: readonly Spot[], box: MapBox): MapView {
  const lats = spots.map(({ lat }) => lat);
  const lons = spots.map(({ lon }) => lon);
  const [south, north, west, east] = [Math.min(...lats), Math.max(...lats), Math.min(...lons), Math.max(...lons)];
  const conic = () => {
    const [lat, third] = [(south + north) / 2, Math.max((north - south) / 3, 0.1)];
    return geoConicEqualArea()
      .parallels([lat - third, lat + third])
      .rotate([-(west + east) / 2, 0])
      .center([0, lat]);
  };
  const projection = conic();
  fitInto(projection, spots, box);
  const { width, height } = box;
  const cut: [[number, number], [number, number]] = [
    [-BEYOND_PX, -BEYOND_PX],
    [width + BEYOND_PX, height + BEYOND_PX],
  ];
  const path = geoPath(conic().scale(projection.scale()).translate(projection.translate()).clipExtent(cut));
  const pxPerKm = projection.scale() / EARTH_KM;
  const degreesAcross = width / pxPerKm / KM_PER_DEGREE;
  const step = STEPS.find((degrees) => degreesAcross / degrees <= LINES_ACROSS) ?? 20;
  return {
    pxPerKm,
    at: ({ lat, lon }) => {
      const [x, y] = projection([lon, lat]) ?? [0, 0];
      return { x, y };
    },
    lines: (lines) => path({ type: 'MultiLineString', coordinates: pointsOf(lines) }) ?? '',
    areas: (rings) => path({ type: 'MultiPolygon', coordinates: pointsOf(rings).map((ring) => [ring]) }) ?? '',
    graticule: path(geoGraticule().step([step * 2, step])()) ?? '',
  };
}

function pointsOf(lines: Positions): [number, number][][] {
  return lines.map((line) => line.map(([lon, lat]) => [lon, lat]));
}

/** Chooses scale and middle so that all places lie within the edges, and no closer than a district. */
function fitInto(projection: GeoProjection, spots: readonly Spot[], { width, height, edge, foot }: MapBox): void {
  const coordinates = spots.map(({ lat, lon }): [number, number] => [lon, lat]);
  projection.fitExtent(
    [
      [edge, edge],
      [Math.max(width - edge, edge + 1), Math.max(height - foot, edge + 1)],
    ],
    { type: 'MultiPoint', coordinates },
  );
  const largest = (Math.min(width, height) / LEAST_KM) * EARTH_KM;
  if (projection.scale() <= largest) return;
  const mean = (of: (spot: Spot) => number) => spots.reduce((sum, spot) => sum + of(spot), 0) / spots.length;
  projection.scale(largest).translate([0, 0]);
  const [x, y] = projection([mean(({ lon }) => lon), mean(({ lat }) => lat)]) ?? [0, 0];
  projection.translate([width / 2 - x, height / 2 - y]);
}
