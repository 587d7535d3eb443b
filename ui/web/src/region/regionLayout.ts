import type { RoadFacts } from '../worker/BenchFacts.js';
import type { RegionPlan } from './placeSites.js';

/** A rectangle on the page, CSS pixels from the map's upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A site on the drawn map: its point, and where its words stand. */
export interface PlacedSite {
  readonly site: string;
  readonly x: number;
  readonly y: number;
  readonly words: Box;
}

export interface MapRoom {
  readonly width: number;
  readonly height: number;
  /** Kept free at each edge, so that words find room. */
  readonly edgeX: number;
  readonly edgeY: number;
  /** Between a point and its words. */
  readonly gap: number;
}

export interface RegionLayout {
  readonly sites: readonly PlacedSite[];
  readonly pxPerKm: number;
}

/** Size of a site's words. */
export type WordsSize = (site: string) => { readonly width: number; readonly height: number };

/** A site that is far from all others takes so many pixels at most for its kilometre. */
const MOST_PX_PER_KM = 400;
/** Roads count as a row of such squares, so far apart. */
const ROAD_PX = 8;
const ROUNDS = 4;

/** Fits the plan into the room and finds each site's words a place beside its point, over no other words and no point. */
export function regionLayout(
  { places }: RegionPlan,
  roads: readonly RoadFacts[],
  room: MapRoom,
  sizeOf: WordsSize,
): RegionLayout {
  const { pxPerKm, points } = fitted(places, room);
  const onRoads = roads.flatMap((road) => alongRoad(road, points));
  const ways = points.map(({ site, x, y }) => waysBeside(x, y, sizeOf(site), room.gap));
  const chosen = ways.map((one) => one[0] as Box);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [i, boxes] of ways.entries()) {
      const cost = (box: Box, rank: number) => costOf(box, rank, i, { chosen, points, onRoads, room });
      const costs = boxes.map(cost);
      chosen[i] = boxes[costs.indexOf(Math.min(...costs))] as Box;
    }
  return { pxPerKm, sites: points.map((point, i) => ({ ...point, words: inside(chosen[i] as Box, room) })) };
}

interface SitePoint {
  readonly site: string;
  readonly x: number;
  readonly y: number;
}

function fitted(places: RegionPlan['places'], { width, height, edgeX, edgeY }: MapRoom) {
  const [xs, ys] = [places.map(({ xKm }) => xKm), places.map(({ yKm }) => yKm)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const free = (px: number, edge: number) => Math.max(40, px - 2 * edge);
  const pxPerKm = Math.min(
    MOST_PX_PER_KM,
    free(width, edgeX) / Math.max(0.001, right - left),
    free(height, edgeY) / Math.max(0.001, bottom - top),
  );
  const points = places.map(
    ({ site, xKm, yKm }): SitePoint => ({
      site,
      x: width / 2 + (xKm - (left + right) / 2) * pxPerKm,
      y: height / 2 + (yKm - (top + bottom) / 2) * pxPerKm,
    }),
  );
  return { pxPerKm, points };
}

/** Squares along a road, those at its ends left out: there are the sites' own. */
function alongRoad({ between: [a, b] }: RoadFacts, points: readonly SitePoint[]): Box[] {
  const [from, to] = [a, b].map((id) => points.find(({ site }) => site === id));
  if (from === undefined || to === undefined) return [];
  const count = Math.floor(Math.hypot(to.x - from.x, to.y - from.y) / ROAD_PX);
  return Array.from({ length: Math.max(0, count - 3) }, (_, i) => {
    const share = (i + 2) / count;
    const [x, y] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share];
    return { x: x - ROAD_PX / 2, y: y - ROAD_PX / 2, width: ROAD_PX, height: ROAD_PX };
  });
}

/** Right, left, below, above, then the corners: the first is liked best. */
function waysBeside(x: number, y: number, size: { readonly width: number; readonly height: number }, gap: number): Box[] {
  const { width, height } = size;
  const box = (left: number, top: number): Box => ({ x: left, y: top, width, height });
  const [beyond, before, below, above] = [x + gap, x - gap - width, y + gap, y - gap - height];
  const sides = [box(beyond, y - 12), box(before, y - 12), box(x - width / 2, below), box(x - width / 2, above)];
  return [...sides, box(beyond, below), box(beyond, above), box(before, below), box(before, above)];
}

interface Around {
  readonly chosen: readonly Box[];
  readonly points: readonly SitePoint[];
  readonly onRoads: readonly Box[];
  readonly room: MapRoom;
}

function costOf(box: Box, rank: number, own: number, { chosen, points, onRoads, room }: Around): number {
  const around = { x: 0, y: 0, width: room.width, height: room.height };
  const lost = box.width * box.height - overlap(box, around);
  const onWords = chosen.reduce((sum, other, i) => (i === own ? sum : sum + overlap(box, other)), 0);
  const onPoints = points.reduce(
    (sum, { x, y }, i) => (i === own ? sum : sum + overlap(box, { x: x - 17, y: y - 17, width: 34, height: 34 })),
    0,
  );
  const overRoads = onRoads.reduce((sum, road) => sum + overlap(box, road), 0);
  return 12 * lost + 12 * onWords + 2 * onPoints + overRoads + rank * 20;
}

/** Pixels of area that two boxes share. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Words never leave the map. */
function inside(box: Box, { width, height }: MapRoom): Box {
  const x = Math.max(0, Math.min(box.x, width - box.width));
  const y = Math.max(0, Math.min(box.y, height - box.height));
  return { ...box, x, y };
}
