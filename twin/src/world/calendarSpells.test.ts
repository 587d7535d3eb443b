import { describe, expect, it } from 'vitest';
import { epochOf } from '../calendar/zone.js';
import { contactSpells, siteSpells, staffSpells } from './calendarSpells.js';
import { desk, HOUR, hoursOf, NOON, nurse, site } from './test/afternoon.js';

const brief = (spells: readonly { from_us: number; to_us: number; is: string; reason: string }[]) =>
  spells.map(({ from_us, to_us, is, reason }) => [from_us / HOUR, to_us / HOUR, is, reason]);

describe('calendarSpells', () => {
  it('show when a contact is free, busy and closed, without gaps', () => {
    expect(brief(contactSpells(nurse, NOON, -4 * HOUR, 8 * HOUR))).toEqual([
      [-4, -3.5, 'closed', 'hours'],
      [-3.5, 0.5, 'free', ''],
      [0.5, 4.5, 'outreach', ''],
      [4.5, 6, 'free', ''],
      [6, 8, 'closed', 'hours'],
    ]);
  });

  it("show that Halifax is open on Ontario's Thanksgiving and shut on 11 November", () => {
    const day = (month: number, dayOfMonth: number) => epochOf('America/Halifax', { year: 2026, month, day: dayOfMonth });
    expect(brief(contactSpells(desk, day(10, 12), 0, 24 * HOUR))).toEqual([
      [0, 8.5, 'closed', 'hours'],
      [8.5, 16.5, 'free', ''],
      [16.5, 24, 'closed', 'hours'],
    ]);
    expect(brief(contactSpells(desk, day(11, 11), 0, 24 * HOUR))).toEqual([[0, 24, 'closed', 'holiday']]);
  });

  it('show a site and its staff', () => {
    expect(brief(siteSpells(site, NOON, 0, HOUR))).toEqual([[0, 1, 'open', '']]);
    const community = { ...site, hours: hoursOf(780, 840, 'daily', 'open'), staff: hoursOf(720, 750, 'daily', 'open') };
    expect(brief(siteSpells(community, NOON, 0, 3 * HOUR))).toEqual([
      [0, 1, 'closed', 'hours'],
      [1, 2, 'open', ''],
      [2, 3, 'closed', 'hours'],
    ]);
    expect(brief(staffSpells(community, NOON, 0, HOUR))).toEqual([
      [0, 0.5, 'open', ''],
      [0.5, 1, 'closed', 'hours'],
    ]);
  });
});
