import { dayNumberOf } from '@dosetwin/twin';
import type { Region } from '../region/Region.js';
import { type YearOfWays, yearOfWays } from '../region/ways.js';

/** A region's ways by the day of the study (Z5); places are numbered in the order of its file. */
export interface DailyWays extends YearOfWays {
  /** By day of the study, from 0: which of the seasons holds. */
  readonly seasonOn: Uint8Array;
  readonly size: number;
}

const kept = new WeakMap<Region, DailyWays>();

export function dailyWays(region: Region): DailyWays {
  const known = kept.get(region);
  if (known) return known;
  const year = yearOfWays(region);
  const first = dayNumberOf({ year: region.year, month: 1, day: 1 });
  const length = dayNumberOf({ year: region.year + 1, month: 1, day: 1 }) - first;
  const seasonOn = Uint8Array.from({ length: region.days }, (_, day) => year.seasonOfDay[(day % length) + 1] as number);
  const ways = { ...year, seasonOn, size: region.places.length };
  kept.set(region, ways);
  return ways;
}

type Table = 'peopleKm' | 'hours' | 'technicianKm';

/** A figure of the way between two places in a season; infinity where there is none. */
export function way({ seasons, size }: DailyWays, season: number, table: Table, from: number, to: number): number {
  return seasons[season]?.[table][from * size + to] as number;
}
