import { describe, expect, it } from 'vitest';
import { rulesBefore2026 } from './rulesBefore2026.js';
import { WEEKDAYS, type WeeklyHours } from './WeeklyHours.js';
import { openSpells } from './weekly.js';
import { epochOf, isZoneName, utcOffsetMin } from './zone.js';

const HOUR_US = 3_600_000_000;
const noon = (year: number, month: number, day = 15) => epochOf('UTC', { year, month, day }, 720);
const ahead = (east: string, west: string, epoch_us: number) =>
  (utcOffsetMin(east, epoch_us) - utcOffsetMin(west, epoch_us)) / 60;
const HALIFAX = 'America/Halifax';

describe('the desk in Halifax and its sites', () => {
  it.each([
    ['America/Vancouver', [4, 4, 3, 4]],
    ['America/St_Johns', [-0.5, -0.5, -0.5, -0.5]],
    ['America/Regina', [2, 2, 2, 3]],
    ['America/Creston', [3, 3, 3, 4]],
    ['America/Thunder_Bay', [1, 1, 1, 1]],
    ['follows-manitoba/Kenora', [2, 2, 1, 2]],
    ['keeps-changing/Kenora', [2, 2, 2, 2]],
    ['follows-alberta/Cranbrook', [3, 3, 2, 3]],
    ['follows-british-columbia/Cranbrook', [3, 3, 3, 4]],
    ['keeps-changing/Cranbrook', [3, 3, 3, 3]],
  ])('%s: hours behind it on 15 January 2021, 2026, 2027 and 15 July 2027', (zone, hours) => {
    const instants = [noon(2021, 1), noon(2026, 1), noon(2027, 1), noon(2027, 7)];
    expect(instants.map((epoch_us) => ahead(HALIFAX, zone, epoch_us))).toEqual(hours);
  });

  it('takes one answer for Kenora and one for Cranbrook, and both go by what was before', () => {
    for (const [zone, like] of [
      ['follows-manitoba/Kenora', 'America/Winnipeg'],
      ['keeps-changing/Kenora', 'America/Winnipeg'],
      ['follows-british-columbia/Cranbrook', 'America/Edmonton'],
    ] as const) {
      for (let month = 1; month <= 12; month++) expect(ahead(zone, like, noon(2024, month)), `${zone} ${month}`).toBe(0);
    }
    expect(isZoneName('Kenora')).toBe(false);
  });
});

describe('a clock that never heard of 2026', () => {
  it.each([
    ['America/Vancouver', -1],
    ['America/Edmonton', -1],
    ['America/Yellowknife', -1],
    ['America/Winnipeg', -1],
    ['follows-manitoba/Kenora', -1],
    ['America/Toronto', 0],
    ['America/Halifax', 0],
    ['America/Regina', 0],
    ['America/Creston', 0],
    ['keeps-changing/Kenora', 0],
  ])('in %s is off by %d h from 1 November 2026 on, in winter alone', (zone, hours) => {
    const stale = rulesBefore2026(zone);
    const winter = [epochOf('UTC', { year: 2026, month: 11, day: 2 }), noon(2027, 2), noon(2028, 12)];
    const before = [noon(2021, 1), noon(2026, 2), epochOf('UTC', { year: 2026, month: 11, day: 1 }), noon(2027, 7)];
    expect(winter.map((epoch_us) => ahead(stale, zone, epoch_us))).toEqual([hours, hours, hours]);
    expect(before.map((epoch_us) => ahead(stale, zone, epoch_us))).toEqual([0, 0, 0, 0]);
  });
});

describe('a night shift from 22:00 to 06:00 on the night of 1 November 2026', () => {
  const night = [{ fromMin: 1320, toMin: 360 }];
  const hours: WeeklyHours = {
    days: Object.fromEntries(WEEKDAYS.map((day) => [day, night])) as unknown as WeeklyHours['days'],
    holidays: null,
  };
  it.each([
    ['America/Halifax', 'NS', 9],
    ['America/Thunder_Bay', 'ON', 9],
    ['America/St_Johns', 'NL', 9],
    ['keeps-changing/Kenora', 'ON', 9],
    ['follows-manitoba/Kenora', 'ON', 8],
    ['America/Vancouver', 'BC', 8],
    ['America/Regina', 'SK', 8],
    ['America/Creston', 'BC', 8],
  ])('lasts in %s %s %d h', (zone, province, hoursLong) => {
    const from_us = epochOf(zone, { year: 2026, month: 10, day: 31 }, 720);
    const [shift] = openSpells({ zone, province, hours }, from_us, from_us + 24 * HOUR_US);
    expect(((shift?.to_us ?? 0) - (shift?.from_us ?? 0)) / HOUR_US).toBe(hoursLong);
  });
});
