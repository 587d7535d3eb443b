import moment from 'moment-timezone';
import { describe, expect, it } from 'vitest';
import { dayNumberOf } from './civil.js';
import { epochOf, isZoneName, localTime, utcOffsetMin, zoneDataVersion, zoneNames } from './zone.js';

const noonUtc = (year: number, month: number, day: number) => dayNumberOf({ year, month, day }) * 86_400_000_000 + 43_200_000_000;
const hoursApart = (east: string, west: string, epoch_us: number) =>
  (utcOffsetMin(east, epoch_us) - utcOffsetMin(west, epoch_us)) / 60;
const MIN = 60_000_000;

describe('zone', () => {
  it('holds release 2026f, which knows that four provinces and territories stopped changing clocks', () => {
    expect(zoneDataVersion).toBe('2026f');
    const january = noonUtc(2027, 1, 15);
    const july = noonUtc(2027, 7, 15);
    for (const [zone, offsetH] of [
      ['America/Vancouver', -7],
      ['America/Edmonton', -6],
      ['America/Yellowknife', -6],
      ['America/Winnipeg', -5],
    ] as const) {
      expect([utcOffsetMin(zone, january), utcOffsetMin(zone, july)]).toEqual([offsetH * 60, offsetH * 60]);
    }
  });

  it.each([
    ['Halifax', 'Vancouver', 2021, 1, 4],
    ['Halifax', 'Vancouver', 2026, 1, 4],
    ['Halifax', 'Vancouver', 2027, 1, 3],
    ['Halifax', 'Vancouver', 2027, 7, 4],
    ['Halifax', 'Thunder_Bay', 2026, 1, 1],
    ['St_Johns', 'Halifax', 2026, 7, 0.5],
    ['Halifax', 'Regina', 2026, 1, 2],
    ['Halifax', 'Regina', 2026, 7, 3],
    ['Halifax', 'Creston', 2026, 1, 3],
    ['Halifax', 'Atikokan', 2026, 7, 2],
    // Kenora: as the data assumes, with Manitoba.
    ['Halifax', 'Winnipeg', 2026, 1, 2],
    ['Halifax', 'Winnipeg', 2027, 1, 1],
    ['Halifax', 'Winnipeg', 2027, 7, 2],
  ])('%s is ahead of %s in %i-%i by %d h', (east, west, year, month, hours) => {
    expect(hoursApart(`America/${east}`, `America/${west}`, noonUtc(year, month, 15))).toBe(hours);
  });

  it('shows local time down to the microsecond', () => {
    const start_us = epochOf('America/Vancouver', { year: 2021, month: 9, day: 14 }, 12 * 60);
    expect(start_us).toBe(Date.parse('2021-09-14T19:00:00Z') * 1000);
    expect(localTime('America/Vancouver', start_us + 7_632_000_005)).toEqual({
      year: 2021,
      month: 9,
      day: 14,
      dayNumber: 18_884,
      weekday: 2,
      minute: 847,
      second: 12,
      us: 5,
    });
  });

  it('gives a time that clocks skip an hour later, and the first of a time that they show twice', () => {
    const spring = { year: 2021, month: 3, day: 14 };
    const skipped = epochOf('America/Toronto', spring, 150);
    expect(localTime('America/Toronto', skipped)).toMatchObject({ day: 14, minute: 210 });
    const autumn = { year: 2021, month: 11, day: 7 };
    const twice = epochOf('America/Toronto', autumn, 90);
    expect(twice).toBe(Date.parse('2021-11-07T05:30:00Z') * 1000);
    expect(localTime('America/Toronto', twice + 60 * MIN).minute).toBe(90);
    expect(epochOf('America/Toronto', autumn, 1440) - epochOf('America/Toronto', autumn)).toBe(25 * 60 * MIN);
  });

  it('skips no hour in Vancouver from November 2026 on', () => {
    expect(localTime('America/Vancouver', epochOf('America/Vancouver', { year: 2027, month: 3, day: 14 }, 150)).minute).toBe(150);
  });

  it('agrees with moment-timezone in every month of 1990 to 2037, in every zone of the Americas', () => {
    const wrong: string[] = [];
    for (const zone of zoneNames.filter((name) => /^(America|Canada)\//.test(name))) {
      const theirs = moment.tz.zone(zone);
      for (let month = 0; month < 47 * 12; month += 1) {
        const ms = Date.UTC(1990, month, 3, 7, 13);
        if (utcOffsetMin(zone, ms * 1000) !== 0 - Math.round(theirs?.utcOffset(ms) ?? Number.NaN)) wrong.push(`${zone} at ${ms}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('goes there and back in every hour of a year of changes', () => {
    const start = Date.UTC(2026, 0, 1) * 1000;
    const twice: string[] = [];
    for (const zone of ['America/Vancouver', 'America/St_Johns', 'America/Winnipeg']) {
      for (let hour = 0; hour < 400 * 24; hour++) {
        const epoch_us = start + hour * 60 * MIN + 17 * MIN;
        const local = localTime(zone, epoch_us);
        const again = epochOf(zone, local, local.minute);
        if (again !== epoch_us)
          twice.push(`${zone} ${local.month}-${local.day} ${local.minute}, ${(epoch_us - again) / MIN} min later`);
      }
    }
    expect(twice).toEqual(['America/St_Johns 11-1 107, 60 min later']);
  });

  it('knows its names and refuses others', () => {
    expect(isZoneName('America/Thunder_Bay')).toBe(true);
    expect(isZoneName('America/Vancuver')).toBe(false);
    expect(zoneNames.length).toBeGreaterThan(590);
    expect(() => utcOffsetMin('America/Vancuver', 0)).toThrow(/no time zone America\/Vancuver in zone data 2026f/);
  });
});
