import type { RoadFacts, SiteFacts } from '../worker/BenchFacts.js';

/** Where a site lies on the plan, in kilometres to the right and down from the first; `null` distances are nobody's word. */
export interface SitePlace {
  readonly site: string;
  readonly xKm: number;
  readonly yKm: number;
}

/** The plan of a region. `by` says what it was laid out from. */
export interface RegionPlan {
  readonly places: readonly SitePlace[];
  readonly by: 'coordinates' | 'roads' | 'nothing';
}

/** Kilometres for a degree of latitude. */
const KM_PER_DEGREE = 111.2;
/** Sites of which nobody said how far they are apart stand so far from each other. */
const APART_KM = 100;
const ROUNDS = 400;

/**
 * Lays out the sites of a region: by their coordinates where all have them, else so that the roads between them are about as
 * long as the scenario says, else in a row. Always the same for the same scenario.
 */
export function placeSites(sites: readonly SiteFacts[], roads: readonly RoadFacts[]): RegionPlan {
  const placed = sites.flatMap(({ id, place }) => (place === null ? [] : [{ id, ...place }]));
  if (sites.length > 0 && placed.length === sites.length) return { places: byCoordinates(placed), by: 'coordinates' };
  const ids = sites.map(({ id }) => id);
  if (roads.length === 0) return { places: inRows(ids), by: 'nothing' };
  return { places: byRoads(ids, roads), by: 'roads' };
}

interface Placed {
  readonly id: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** A plane that touches the earth in the middle of the region. */
function byCoordinates(placed: readonly Placed[]): SitePlace[] {
  const [first] = placed;
  if (first === undefined) return [];
  const latitudes = placed.map(({ latitude }) => latitude);
  const middle = ((Math.min(...latitudes) + Math.max(...latitudes)) / 2) * (Math.PI / 180);
  return placed.map(({ id, latitude, longitude }) => ({
    site: id,
    xKm: (longitude - first.longitude) * KM_PER_DEGREE * Math.cos(middle),
    yKm: (first.latitude - latitude) * KM_PER_DEGREE,
  }));
}

function inRows(ids: readonly string[]): SitePlace[] {
  const columns = Math.max(1, Math.ceil(Math.sqrt(ids.length * 1.6)));
  return ids.map((site, place) => ({
    site,
    xKm: (place % columns) * APART_KM,
    yKm: Math.floor(place / columns) * APART_KM,
  }));
}

/** From a circle on, each pair is drawn to the length of the shortest way between them, the longer ways less strongly. */
function byRoads(ids: readonly string[], roads: readonly RoadFacts[]): SitePlace[] {
  const ways = shortestWays(ids, roads);
  const longest = Math.max(...ways.flat().filter(Number.isFinite), APART_KM);
  const at = ids.map((_, place) => {
    const angle = (place / ids.length) * 2 * Math.PI;
    return { x: (longest / 2) * Math.cos(angle), y: (longest / 2) * Math.sin(angle) };
  });
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = 0.5 * (1 - round / ROUNDS);
    for (const [i, from] of at.entries())
      for (const [j, to] of at.entries()) {
        if (j <= i) continue;
        const wanted = Math.min(ways[i]?.[j] ?? longest, longest);
        const [dx, dy] = [to.x - from.x, to.y - from.y];
        const length = Math.sqrt(dx * dx + dy * dy) || 1;
        const pull = (step * (length - wanted) * (APART_KM / (APART_KM + wanted))) / length;
        from.x += dx * pull;
        from.y += dy * pull;
        to.x -= dx * pull;
        to.y -= dy * pull;
      }
  }
  return ids.map((site, place) => ({ site, xKm: at[place]?.x ?? 0, yKm: at[place]?.y ?? 0 }));
}

function shortestWays(ids: readonly string[], roads: readonly RoadFacts[]): number[][] {
  const ways = ids.map((a) =>
    ids.map((b) => {
      if (a === b) return 0;
      const road = roads.find(({ between: [c, d] }) => (c === a && d === b) || (c === b && d === a));
      return road?.km ?? Number.POSITIVE_INFINITY;
    }),
  );
  for (const through of ids.keys())
    for (const row of ways)
      for (const to of ids.keys())
        row[to] = Math.min(row[to] ?? Infinity, (row[through] ?? Infinity) + (ways[through]?.[to] ?? Infinity));
  return ways;
}
