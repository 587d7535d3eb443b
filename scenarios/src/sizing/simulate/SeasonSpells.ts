import type { DailyWays } from './dailyWays.js';

/** Days in a row with the same links, of a region's study. */
export interface SeasonSpells {
  /** By day of the study, and the one after its last: which spell holds. */
  readonly ofDay: Uint16Array;
  /** By spell: its first day and its season. */
  readonly firstDay: readonly number[];
  readonly season: readonly number[];
  /** By season: days of the study that it holds. */
  readonly daysIn: Float64Array;
}

const kept = new WeakMap<DailyWays, SeasonSpells>();

export function seasonSpells(ways: DailyWays): SeasonSpells {
  const known = kept.get(ways);
  if (known) return known;
  const { seasonOn, seasons } = ways;
  const days = seasonOn.length;
  const ofDay = new Uint16Array(days + 1);
  const [firstDay, season]: [number[], number[]] = [[], []];
  const daysIn = new Float64Array(seasons.length);
  for (let day = 0; day < days; day++) {
    const holds = seasonOn[day] as number;
    daysIn[holds] = (daysIn[holds] as number) + 1;
    if (holds !== season.at(-1)) {
      firstDay.push(day);
      season.push(holds);
    }
    ofDay[day] = season.length - 1;
  }
  ofDay[days] = season.length - 1;
  const spells = { ofDay, firstDay, season, daysIn };
  kept.set(ways, spells);
  return spells;
}
