import { US_PER_MIN } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { libraryScenario } from '../../test/libraryScenario.js';
import { weekOf } from './weekOf.js';

const HOUR_US = 60 * US_PER_MIN;
const hoursOf = (length_us: number) => length_us / HOUR_US;

describe('a week of harbour-house, from Monday 13 September 2021', () => {
  const week = weekOf(libraryScenario('stuck-dose-no-key').spec, 'harbour-house');

  it('has seven days from midnight to midnight, in the zone of the site', () => {
    expect(week.days.map(({ from_us, to_us }) => hoursOf(to_us - from_us))).toEqual([24, 24, 24, 24, 24, 24, 24]);
    // The scenario begins on Tuesday at noon.
    expect(hoursOf(week.days[1]?.from_us ?? 0)).toBe(-12);
    expect(week.days[1]?.date).toEqual({ year: 2021, month: 9, day: 14, weekday: 2 });
    expect(week.deskClocks.map(({ zone, minutes }) => [zone, minutes[0]])).toEqual([['America/Halifax', 240]]);
  });

  it('leaves nobody on Tuesday from half past twelve on until the nurse is back, and after six', () => {
    const tuesday = week.days[1];
    const clock = (t_us: number) => hoursOf(t_us - (tuesday?.from_us ?? 0));
    expect(tuesday?.nobody.map(({ from_us, to_us }) => [clock(from_us), clock(to_us)])).toEqual([
      [0, 4.5],
      [12.5, 16.5],
      [18, 24],
    ]);
    expect(tuesday?.fromAfarOnly.map(({ from_us, to_us }) => [clock(from_us), clock(to_us)])).toEqual([[4.5, 8.5]]);
    expect(hoursOf(tuesday?.nobody_us ?? 0)).toBe(14.5);
  });

  it('counts the doses that fall due while nobody can help, spread over their windows', () => {
    expect(week.due).toBe(7 * 30);
    // Of 29 from 12:00 to 18:00 those of four hours, and the one of P19, whose window's middle is 15:00.
    expect(week.days[1]?.dueWithNobody).toBe(21);
    expect(week.days.reduce((sum, { dueWithNobody }) => sum + dueWithNobody, 0)).toBe(week.dueWithNobody);
  });

  it('says of each hour exactly one thing', () => {
    for (const day of week.days) {
      const coming = day.spells.filter(({ is }) => is === 'comes');
      for (let at_us = day.from_us; at_us < day.to_us; at_us += HOUR_US / 4) {
        const holds = (spells: readonly { readonly from_us: number; readonly to_us: number }[]) =>
          spells.some(({ from_us, to_us }) => from_us <= at_us && at_us < to_us);
        expect([holds(day.nobody), holds(day.fromAfarOnly), holds(coming)].filter(Boolean)).toHaveLength(1);
      }
    }
  });
});

describe('a week', () => {
  it('is an hour longer where clocks go back in it, and keeps its hours where they do not', () => {
    const hours = (variant: string) => {
      const { spec } = libraryScenario(`desk-in-another-zone:${variant}`);
      const moved = { ...spec, epoch_us: Date.UTC(2026, 9, 28, 17) * 1000 };
      return hoursOf(weekOf(moved, 'harbour-house').length_us);
    };
    expect([hours('desk-in-the-zone'), hours('thunder-bay'), hours('regina')]).toEqual([168, 169, 168]);
  });

  it('has nobody with a key who may not use it', () => {
    const strip = weekOf(libraryScenario('who-may-open').spec, 'harbour-house');
    const free = weekOf(libraryScenario('who-may-open:anybody-with-a-key').spec, 'harbour-house');
    expect(hoursOf(strip.nobodyWithKey_us)).toBe(7 * 14);
    expect(hoursOf(free.nobodyWithKey_us)).toBe(0);
  });

  it('counts on whoever drives by the roads from where they are based', () => {
    const strip = weekOf(libraryScenario('northern-region').spec, 'mill-town');
    expect(hoursOf(strip.nobody_us)).toBe(168 - 5 * 14);
  });

  it('shows the holiday of the province that keeps it', () => {
    const { spec } = libraryScenario('desk-in-another-zone:holiday-of-nova-scotia');
    const wednesday = weekOf(spec, 'harbour-house').days[2];
    expect(wednesday?.holiday).toBe('');
    expect(wednesday?.spells).toEqual([]);
    expect(hoursOf(wednesday?.nobody_us ?? 0)).toBe(24);
  });

  it('says of a site that is planned that it may never open', () => {
    expect(weekOf(libraryScenario('sites-that-may-not-open').spec, 'mill-house').mayNotOpen).toBe(true);
    expect(weekOf(libraryScenario('routine-day').spec, 'harbour-house').mayNotOpen).toBe(false);
  });

  it('is refused for a site that is not there', () => {
    expect(() => weekOf(libraryScenario('routine-day').spec, 'nowhere')).toThrow('there is no site nowhere');
  });
});
