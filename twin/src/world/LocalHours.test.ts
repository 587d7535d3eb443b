import { describe, expect, it } from 'vitest';
import { RandomStream } from '../kernel/random.js';
import { LocalHours } from './LocalHours.js';
import { HOUR, hoursOf, NOON } from './test/afternoon.js';

const hours = new LocalHours({ zone: 'America/Vancouver', province: 'BC' }, hoursOf(600, 840, 'mon-fri', 'closed'), NOON);

describe('LocalHours', () => {
  it('count from the scenario, which begins at noon', () => {
    expect([hours.isOpen(0), hours.isOpen(2 * HOUR)]).toEqual([true, false]);
    expect(hours.nextClosing(0)).toBe(2 * HOUR);
    expect(hours.nextOpening(2 * HOUR)).toBe(22 * HOUR);
    expect(hours.spells(-24 * HOUR, 23 * HOUR)).toEqual([
      { from_us: -24 * HOUR, to_us: -22 * HOUR },
      { from_us: -2 * HOUR, to_us: 2 * HOUR },
      { from_us: 22 * HOUR, to_us: 23 * HOUR },
    ]);
  });

  it('add up over openings until it has been open for long enough', () => {
    expect(hours.openFor(0, HOUR)).toBe(HOUR);
    expect(hours.openFor(HOUR, 2 * HOUR)).toBe(23 * HOUR);
    expect(hours.openFor(3 * HOUR, 4 * HOUR)).toBe(26 * HOUR);
    const never = new LocalHours({ zone: 'America/Vancouver', province: 'BC' }, hoursOf(0, 0, 'mon-fri', 'closed'), NOON);
    expect(never.openFor(0, 30 * 24 * HOUR)).toBeGreaterThan(30 * 24 * HOUR);
    const closed = { days: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }, holidays: null };
    expect(new LocalHours({ zone: 'America/Vancouver', province: 'BC' }, closed, NOON).openFor(0, 1)).toBeNull();
  });

  it('answer the same whatever was asked before', () => {
    const place = { zone: 'America/Vancouver', province: 'BC' };
    const weeks = [
      hoursOf(600, 840, 'mon-fri', 'closed'),
      hoursOf(0, 1440, 'daily', 'open'),
      hoursOf(1320, 360, 'daily', 'closed'),
    ];
    const asked = new RandomStream(7, 'LocalHours', 'asked');
    for (const week of weeks) {
      const often = new LocalHours(place, week, NOON);
      for (let i = 0; i < 300; i++) {
        const t_us = Math.floor(asked.uniform() * 10 * 24) * (HOUR / 2);
        const once = new LocalHours(place, week, NOON);
        for (const question of ['isOpen', 'nextOpening', 'nextClosing'] as const)
          if (asked.uniform() < 0.5)
            expect([question, t_us, often[question](t_us)]).toEqual([question, t_us, once[question](t_us)]);
      }
    }
  });
});
