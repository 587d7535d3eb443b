import { describe, expect, it } from 'vitest';
import { WEEKDAYS } from '../calendar/WeeklyHours.js';
import { Presence } from './Presence.js';
import { afternoon, HOUR, hoursOf, nurse, site } from './test/afternoon.js';

const daily = (from: number, to: number) => hoursOf(from * 60, to * 60, 'daily', 'open');
const NEVER = { ...daily(0, 24), days: Object.fromEntries(WEEKDAYS.map((day) => [day, []])) };
const M = afternoon.machines[0]?.id ?? '';
const presence = (change: object = {}) =>
  new Presence(
    { ...afternoon, sites: [{ ...site, staff: daily(13, 15) }], contacts: [{ ...nurse, hours: daily(8, 18), ...change }] },
    M,
  );

describe('who is there to sign', () => {
  it('staff by their hours, a contact on duty and not busy, and nobody who is not known', () => {
    const there = presence({ busy: [{ from_us: 0, to_us: 2 * HOUR, reason: 'outreach' }] });
    expect(['staff', 'nurse', 'nobody'].map((signer) => there.isThere(signer, 1 * HOUR))).toEqual([true, false, false]);
    expect(there.isThere('nurse', 2 * HOUR)).toBe(true);
  });

  it('comes when the shift begins, or the last of the busy spells is over', () => {
    const busy = [
      { from_us: 0, to_us: 2 * HOUR, reason: 'outreach' },
      { from_us: 2 * HOUR, to_us: 3 * HOUR, reason: 'busy' },
    ];
    expect(presence().comes('staff', 0)).toBe(1 * HOUR);
    expect(presence({ busy }).comes('nurse', 1)).toBe(3 * HOUR);
    expect(presence({ busy: [], hours: daily(14, 16) }).comes('nurse', 0)).toBe(2 * HOUR);
  });

  it('never comes who has no hours, or is not known', () => {
    expect([presence({ hours: NEVER }).comes('nurse', 0), presence().comes('nobody', 0)]).toEqual([null, null]);
  });
});
