/**
 * Prints src/study/map/outline.json: coasts and borders of Canada south of 62° with what lies around it, from Natural Earth 1:50m
 * (public domain) as world-atlas packs it (ISC). In hundredths of a degree, flat: longitude, latitude, each after the first as a
 * difference. Lakes are not in it.
 */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature, mesh } from 'topojson-client';

const [WEST, EAST, SOUTH, NORTH] = [-142, -52, 37, 62];
/** Maps draw the shortest way between two corners, which along a parallel is far off it: the box's sides get a corner this often. */
const SIDE_DEGREES = 1.5;
/** Corners nearer than this to the one before are left out: less than a pixel on any map that is drawn. */
const NEAR_DEGREES = 0.04;

type Point = readonly [number, number];

const { resolve } = createRequire(import.meta.url);
type Atlas = Parameters<typeof feature>[0];
type Countries = Parameters<typeof feature>[1] & Parameters<typeof mesh>[1];
const atlas = JSON.parse(readFileSync(resolve('world-atlas/countries-50m.json'), 'utf8')) as Atlas;
const { countries, land: coasts } = atlas.objects as Readonly<Record<'countries' | 'land', Countries>>;

const land = shapesOf(feature(atlas, coasts)).flatMap(({ geometry }) =>
  geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [],
);
const borders = mesh(atlas, countries, (a, b) => a !== b).coordinates;

const rings = land.flatMap((polygon) => polygon.slice(0, 1)).map((ring) => clipped(ring as unknown as Point[]));
const lines = borders.flatMap((line) => pieces(line as unknown as Point[]));
process.stdout.write(
  `${JSON.stringify({
    source: 'Natural Earth 1:50m, public domain, from world-atlas 2.0.2',
    rings: rings.filter((ring) => ring.length > 3).map(packed),
    borders: lines.filter((line) => line.length > 1).map(packed),
  })}\n`,
);

function shapesOf(shape: ReturnType<typeof feature>) {
  return shape.type === 'FeatureCollection' ? shape.features : [shape];
}

/** A ring within the box: by Sutherland and Hodgman, one side after another. */
function clipped(ring: readonly Point[]): readonly Point[] {
  const sides: readonly ((point: Point) => number)[] = [
    ([lon]) => lon - WEST,
    ([lon]) => EAST - lon,
    ([, lat]) => lat - SOUTH,
    ([, lat]) => NORTH - lat,
  ];
  return alongSides(sides.reduce((left, inside) => clippedBy(left, inside), ring));
}

/** More corners where a ring follows a side of the box. */
function alongSides(ring: readonly Point[]): readonly Point[] {
  return ring.flatMap((to, i) => {
    const from = ring[(i + ring.length - 1) % ring.length] as Point;
    const isSide =
      (from[1] === to[1] && (to[1] === SOUTH || to[1] === NORTH)) || (from[0] === to[0] && (to[0] === WEST || to[0] === EAST));
    const steps = isSide ? Math.ceil((Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1])) / SIDE_DEGREES) : 1;
    return Array.from({ length: Math.max(1, steps) }, (_, step): Point => {
      const share = (step + 1) / Math.max(1, steps);
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    });
  });
}

function clippedBy(ring: readonly Point[], inside: (point: Point) => number): readonly Point[] {
  return ring.flatMap((to, i) => {
    const from = ring[(i + ring.length - 1) % ring.length] as Point;
    const [a, b] = [inside(from), inside(to)];
    const crossing = (): Point => [from[0] + ((to[0] - from[0]) * a) / (a - b), from[1] + ((to[1] - from[1]) * a) / (a - b)];
    if (b >= 0) return a < 0 ? [crossing(), to] : [to];
    return a >= 0 ? [crossing()] : [];
  });
}

/** The pieces of a line within the box. */
function pieces(line: readonly Point[]): readonly (readonly Point[])[] {
  const found: Point[][] = [[]];
  for (const point of line) {
    const isWithin = point[0] >= WEST && point[0] <= EAST && point[1] >= SOUTH && point[1] <= NORTH;
    if (isWithin) found.at(-1)?.push(point);
    else if (found.at(-1)?.length !== 0) found.push([]);
  }
  return found;
}

function packed(points: readonly Point[]): readonly number[] {
  const kept: Point[] = [];
  for (const [i, point] of points.entries()) {
    const last = kept.at(-1);
    const isFar = last === undefined || Math.abs(last[0] - point[0]) + Math.abs(last[1] - point[1]) >= NEAR_DEGREES;
    if (isFar || i === points.length - 1) kept.push(point);
  }
  const whole = kept.map(([lon, lat]) => [Math.round(lon * 100), Math.round(lat * 100)] as const);
  return whole.flatMap(([lon, lat], i) => {
    const before = whole[i - 1] ?? [0, 0];
    return [lon - before[0], lat - before[1]];
  });
}
