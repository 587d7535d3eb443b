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
}

export interface RegionLayout {
  readonly sites: readonly PlacedSite[];
  readonly pxPerKm: number;
}

/** Size of a site's words. */
export type WordsSize = (site: string) => { readonly width: number; readonly height: number };

/** A site that is far from all others takes so many pixels at most for its kilometre. */
const MOST_PX_PER_KM = 400;
const FROM_POINT_PX = 13;
const ROUNDS = 4;

/** Fits the plan into the room and finds each site's words a place beside its point, over no other words and no point. */
export function regionLayout({ places }: RegionPlan, room: MapRoom, sizeOf: WordsSize): RegionLayout {
  const { pxPerKm, points } = fit(places, room);
  const ways = points.map(({ site, x, y }) => ways8(x, y, sizeOf(site)));
  const chosen = ways.map((one) => one[0] as Box);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [i, boxes] of ways.entries()) {
      const cost = (box: Box, rank: number) => costOf(box, rank, i, chosen, points, room);
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

function fit(places: RegionPlan['places'], { width, height, edgeX, edgeY }: MapRoom) {
  const [xs, ys] = [places.map(({ xKm }) => xKm), places.map(({ yKm }) => yKm)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const free = (px: number, edge: number) => Math.max(40, px - 2 * edge);
  const pxPerKm = Math.min(
    MOST_PX_PER_KM,
    free(width, edgeX) / Math.max(0.001, right - left),
    free(height, edgeY) / Math.max(0.001, bottom - top),
  );
  const points = places.map(({ site, xKm, yKm }): SitePoint => ({
    site,
    x: width / 2 + (xKm - (left + right) / 2) * pxPerKm,
    y: height / 2 + (yKm - (top + bottom) / 2) * pxPerKm,
  }));
  return { pxPerKm, points };
}

/** Right, left, below, above, then the corners: the first is liked best. */
function ways8(x: number, y: number, { width, height }: { readonly width: number; readonly height: number }): Box[] {
  const box = (left: number, top: number): Box => ({ x: left, y: top, width, height });
  const [beyond, before, below, above] = [x + FROM_POINT_PX, x - FROM_POINT_PX - width, y + FROM_POINT_PX, y - FROM_POINT_PX - height];
  const sides = [box(beyond, y - 12), box(before, y - 12), box(x - width / 2, below), box(x - width / 2, above)];
  return [...sides, box(beyond, below), box(beyond, above), box(before, below), box(before, above)];
}

function costOf(box: Box, rank: number, own: number, chosen: readonly Box[], points: readonly SitePoint[], room: MapRoom): number {
  const around = { x: 0, y: 0, width: room.width, height: room.height };
  const lost = box.width * box.height - overlap(box, around);
  const onWords = chosen.reduce((sum, other, i) => (i === own ? sum : sum + overlap(box, other)), 0);
  const onPoints = points.reduce(
    (sum, { x, y }, i) => (i === own ? sum : sum + overlap(box, { x: x - 12, y: y - 12, width: 24, height: 24 })),
    0,
  );
  return 4 * lost + 3 * onWords + 2 * onPoints + rank * 20;
}

function overlap(a: Box, b: Box): number {
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
