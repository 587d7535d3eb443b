import { describe, expect, it } from 'vitest';
import { type DayInterval, WEEKDAYS, type WeeklyHours } from './WeeklyHours.js';
import { isOpen, nextClosing, nextOpening, openSpells, type PlacedHours } from './weekly.js';
import { epochOf } from './zone.js';

const HOUR_US = 3_600_000_000;

function week(
  intervals: Partial<Record<(typeof WEEKDAYS)[number], readonly DayInterval[]>>,
  holidays: readonly DayInterval[] | null,
): WeeklyHours {
  return { days: Object.fromEntries(WEEKDAYS.map((day) => [day, intervals[day] ?? []])) as WeeklyHours['days'], holidays };
}
const daily = (interval: DayInterval) => Object.fromEntries(WEEKDAYS.map((day) => [day, [interval]]));
const weekdays = (interval: DayInterval) => Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, [interval]]));

const desk: PlacedHours = { hours: week(weekdays({ fromMin: 510, toMin: 990 }), []), zone: 'America/Halifax', province: 'NS' };
const night: PlacedHours = { hours: week(daily({ fromMin: 1320, toMin: 360 }), null), zone: 'America/Toronto', province: 'ON' };
const always: PlacedHours = { hours: week(daily({ fromMin: 0, toMin: 1440 }), null), zone: 'America/Vancouver', province: 'BC' };
const at = (place: PlacedHours, year: number, month: number, day: number, hour: number, minute = 0) =>
  epochOf(place.zone, { year, month, day }, hour * 60 + minute);

describe('weekly', () => {
  it('is half-open: open at its first minute, closed at its last', () => {
    expect(isOpen(desk, at(desk, 2021, 9, 14, 8, 30) - 1)).toBe(false);
    expect(isOpen(desk, at(desk, 2021, 9, 14, 8, 30))).toBe(true);
    expect(isOpen(desk, at(desk, 2021, 9, 14, 16, 30) - 1)).toBe(true);
    expect(isOpen(desk, at(desk, 2021, 9, 14, 16, 30))).toBe(false);
  });

  it('closes at half past twelve, Vancouver time, while Vancouver still changes clocks with Halifax', () => {
    const vancouver = (hour: number, minute: number) =>
      epochOf('America/Vancouver', { year: 2021, month: 9, day: 14 }, hour * 60 + minute);
    expect(nextClosing(desk, vancouver(12, 0))).toBe(vancouver(12, 30));
    expect(nextOpening(desk, vancouver(14, 7))).toBe(at(desk, 2021, 9, 15, 8, 30));
  });

  it("is open on Ontario's Thanksgiving, shut on 11 November and at weekends", () => {
    expect(isOpen(desk, at(desk, 2026, 10, 12, 12))).toBe(true);
    expect(isOpen(desk, at(desk, 2026, 11, 11, 12))).toBe(false);
    expect(nextOpening(desk, at(desk, 2026, 11, 10, 17))).toBe(at(desk, 2026, 11, 12, 8, 30));
    expect(nextOpening(desk, at(desk, 2026, 11, 13, 17))).toBe(at(desk, 2026, 11, 16, 8, 30));
  });

  it('replaces the hours of a holiday, or keeps them', () => {
    const short = { ...desk, hours: { ...desk.hours, holidays: [{ fromMin: 600, toMin: 660 }] } };
    expect(openSpells(short, at(desk, 2026, 11, 11, 0), at(desk, 2026, 11, 12, 0))).toEqual([
      { from_us: at(desk, 2026, 11, 11, 10), to_us: at(desk, 2026, 11, 11, 11) },
    ]);
    expect(isOpen({ ...desk, hours: { ...desk.hours, holidays: null } }, at(desk, 2026, 11, 11, 12))).toBe(true);
  });

  it('goes on across midnight', () => {
    expect(isOpen(night, at(night, 2026, 7, 3, 2))).toBe(true);
    expect(isOpen(night, at(night, 2026, 7, 3, 7))).toBe(false);
    expect(nextClosing(night, at(night, 2026, 7, 2, 23))).toBe(at(night, 2026, 7, 3, 6));
    expect(openSpells(night, at(night, 2026, 7, 3, 0), at(night, 2026, 7, 4, 0))).toEqual([
      { from_us: at(night, 2026, 7, 3, 0), to_us: at(night, 2026, 7, 3, 6) },
      { from_us: at(night, 2026, 7, 3, 22), to_us: at(night, 2026, 7, 4, 0) },
    ]);
  });

  it('lasts an hour longer in the night in which clocks go back, an hour less when they go forward', () => {
    const length = (month: number, day: number) => {
      const [spell] = openSpells(night, at(night, 2021, month, day, 12), at(night, 2021, month, day + 1, 12));
      return spell ? (spell.to_us - spell.from_us) / HOUR_US : 0;
    };
    expect([length(3, 13), length(7, 3), length(11, 6)]).toEqual([7, 8, 9]);
  });

  it('joins whole days, and never closes when every day is whole', () => {
    const from_us = at(always, 2026, 10, 30, 5);
    expect(openSpells(always, from_us, from_us + 96 * HOUR_US)).toEqual([{ from_us, to_us: from_us + 96 * HOUR_US }]);
    expect(nextClosing(always, from_us)).toBeNull();
    const noSunday = { ...always, hours: { ...always.hours, days: { ...always.hours.days, sun: [] } } };
    expect(nextClosing(noSunday, from_us)).toBe(at(always, 2026, 11, 1, 0));
  });

  it('says when it never opens', () => {
    expect(nextOpening({ ...desk, hours: week({}, []) }, at(desk, 2026, 1, 1, 0))).toBeNull();
  });

  it('agrees with itself: open exactly within its spells', () => {
    for (const place of [desk, night]) {
      const from_us = at(place, 2026, 10, 28, 0);
      const spells = openSpells(place, from_us, from_us + 400 * HOUR_US);
      for (let t_us = from_us; t_us < from_us + 400 * HOUR_US; t_us += HOUR_US / 4) {
        expect(isOpen(place, t_us)).toBe(spells.some((spell) => spell.from_us <= t_us && t_us < spell.to_us));
      }
    }
  });
});
