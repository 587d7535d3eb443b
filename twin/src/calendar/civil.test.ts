import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, dayNumberOf, isoDateOf, isoWeekdayOf } from './civil.js';

describe('civil', () => {
  it.each([
    ['1970-01-01', 0, 4],
    ['1969-12-31', -1, 3],
    ['2000-02-29', 11_016, 2],
    ['2021-09-14', 18_884, 2],
    ['2026-11-01', 20_758, 7],
    ['2100-03-01', 47_541, 1],
  ])('%s is day %i, weekday %i', (date, dayNumber, weekday) => {
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
    expect(dayNumberOf({ year, month, day })).toBe(dayNumber);
    expect(isoDateOf(dayNumber)).toBe(date);
    expect(isoWeekdayOf(dayNumber)).toBe(weekday);
  });

  it('counts days as the platform does, forwards and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (dayNumber) => {
        const date = new Date(dayNumber * 86_400_000);
        const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(civilOf(dayNumber)).toEqual(civil);
        expect(dayNumberOf(civil)).toBe(dayNumber);
        expect(isoWeekdayOf(dayNumber) % 7).toBe(date.getUTCDay());
      }),
    );
  });
});
