import { crowKm } from '@dosetwin/twin';
import type { Link, Region, TravelMode } from './Region.js';
import { isOpenOn } from './seasonText.js';

/**
 * Ways between all places of a region while the same links are open (SIZING Z5), as square tables in the order of
 * `region.places`: from row to column. Infinity where there is no way.
 */
export interface Ways {
  readonly size: number;
  /** Days of the year, both included, 1 to 366, on which this is so. */
  readonly days: readonly (readonly [from: number, to: number])[];
  /** Shortest kilometres of people who come for a dose: by road, winter road and ferry. */
  readonly peopleKm: Float64Array;
  /** Quickest hours of a technician by whatever goes, waiting for it not counted, and the kilometres of that way. */
  readonly hours: Float64Array;
  readonly technicianKm: Float64Array;
}

/** The ways of a whole year. */
export interface YearOfWays {
  readonly seasons: readonly Ways[];
  /** Index of the season of each day of the year; entry 0 is of no day. */
  readonly seasonOfDay: Uint8Array;
  /** The season with the most days: people belong to machines by its kilometres (SIZING Z7). */
  readonly usual: Ways;
}

const DAYS = 366;
/** Nobody flies, or takes a train, for one dose. */
const FOR_A_DOSE: readonly TravelMode[] = ['road', 'winter-road', 'ferry'];
/** Where a link says no hours. Air: flights of some 330 km/h with 0.4 h on the ground; rail and ferry are assumptions too. */
const OTHER_KM_PER_HOUR: Readonly<Record<'air' | 'rail' | 'ferry', number>> = { air: 330, rail: 60, ferry: 20 };
const ON_THE_GROUND_H = 0.4;

export function yearOfWays(region: Region): YearOfWays {
  const seasonOfDay = new Uint8Array(DAYS + 1);
  const open = new Map<string, { days: [number, number][]; day: number }>();
  const order: string[] = [];
  for (let day = 1; day <= DAYS; day++) {
    const key = region.links.map(({ season }) => (isOpenOn(season, day) ? '1' : '0')).join('');
    const known = open.get(key);
    const last = known?.days[known.days.length - 1];
    if (last && last[1] === day - 1) last[1] = day;
    else if (known) known.days.push([day, day]);
    else {
      open.set(key, { days: [[day, day]], day });
      order.push(key);
    }
    seasonOfDay[day] = order.indexOf(key);
  }
  const seasons = order.map((key) => {
    const { days, day } = open.get(key) as { days: [number, number][]; day: number };
    return waysOver(
      region,
      region.links.filter(({ season }) => isOpenOn(season, day)),
      days,
    );
  });
  const lengthOf = ({ days }: Ways) => days.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  const usual = seasons.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
  return { seasons, seasonOfDay, usual };
}

function waysOver(region: Region, links: readonly Link[], days: Ways['days']): Ways {
  const { places } = region;
  const size = places.length;
  const index = new Map(places.map(({ id }, i) => [id, i]));
  const table = () => new Float64Array(size * size).fill(Number.POSITIVE_INFINITY);
  const ways = { size, days, peopleKm: table(), hours: table(), technicianKm: table() };
  const join = (a: number, b: number, km: number, hours: number, forADose: boolean) => {
    for (const cell of [a * size + b, b * size + a]) {
      if (forADose && km < (ways.peopleKm[cell] as number)) ways.peopleKm[cell] = km;
      if (hours < (ways.hours[cell] as number)) {
        ways.hours[cell] = hours;
        ways.technicianKm[cell] = km;
      }
    }
  };
  for (let i = 0; i < size; i++) join(i, i, 0, 0, true);
  for (const link of links) {
    const [a, b] = [index.get(link.a), index.get(link.b)];
    if (a !== undefined && b !== undefined)
      join(a, b, link.km, link.hours ?? hoursOf(link, region), FOR_A_DOSE.includes(link.mode));
  }
  joinUnlinked(region, join);
  shorten(ways);
  return ways;
}

function hoursOf({ mode, km }: Link, { travel }: Region): number {
  if (mode === 'road') return km / travel.roadKmPerHour;
  if (mode === 'winter-road') return km / travel.winterKmPerHour;
  return (mode === 'air' ? ON_THE_GROUND_H : 0) + km / OTHER_KM_PER_HOUR[mode];
}

/** A place of which no link says anything, in any season, has roads as the crow flies times the factor, where there is one. */
function joinUnlinked(
  { places, links, travel }: Region,
  join: (a: number, b: number, km: number, hours: number, forADose: boolean) => void,
): void {
  const { roadFactor, roadKmPerHour } = travel;
  if (roadFactor === undefined) return;
  const linked = new Set(links.flatMap(({ a, b }) => [a, b]));
  for (const [i, from] of places.entries()) {
    if (linked.has(from.id)) continue;
    for (const [j, to] of places.entries()) {
      if (i === j) continue;
      const crow = crowKm({ latitude: from.lat, longitude: from.lon }, { latitude: to.lat, longitude: to.lon });
      join(i, j, crow * roadFactor, (crow * roadFactor) / roadKmPerHour, true);
    }
  }
}

/** Every way by every place between, the shorter kept (Floyd and Warshall). */
function shorten({ size, peopleKm, hours, technicianKm }: Omit<Ways, 'days'>): void {
  for (let by = 0; by < size; by++) {
    for (let from = 0; from < size; from++) {
      const kmTo = peopleKm[from * size + by] as number;
      const hoursTo = hours[from * size + by] as number;
      if (hoursTo === Number.POSITIVE_INFINITY) continue;
      const technicianKmTo = technicianKm[from * size + by] as number;
      for (let to = 0; to < size; to++) {
        const km = kmTo + (peopleKm[by * size + to] as number);
        if (km < (peopleKm[from * size + to] as number)) peopleKm[from * size + to] = km;
        const spent = hoursTo + (hours[by * size + to] as number);
        if (spent < (hours[from * size + to] as number)) {
          hours[from * size + to] = spent;
          technicianKm[from * size + to] = technicianKmTo + (technicianKm[by * size + to] as number);
        }
      }
    }
  }
}
