import { describe, expect, it } from 'vitest';
import { epochOf } from '../calendar/zone.js';
import { contactSpells } from './contactSpells.js';
import { desk, HOUR, NOON, nurse } from './test/afternoon.js';

const brief = (spells: readonly { from_us: number; to_us: number; is: string; reason: string }[]) =>
  spells.map(({ from_us, to_us, is, reason }) => [from_us / HOUR, to_us / HOUR, is, reason]);

describe('contactSpells', () => {
  it('show when a contact is free, busy and away, without gaps', () => {
    const eight = NOON - 4 * HOUR;
    const busy = nurse.busy.map((spell) => ({ ...spell, from_us: spell.from_us + 4 * HOUR, to_us: spell.to_us + 4 * HOUR }));
    expect(brief(contactSpells({ ...nurse, busy }, eight, 12 * HOUR))).toEqual([
      [0, 0.5, 'away', 'closed'],
      [0.5, 4.5, 'open', ''],
      [4.5, 8.5, 'busy', 'outreach'],
      [8.5, 10, 'open', ''],
      [10, 12, 'away', 'closed'],
    ]);
  });

  it('take whatever word a scenario has for being busy', () => {
    const busy = [{ from_us: HOUR, to_us: 2 * HOUR, reason: 'closed' }];
    expect(brief(contactSpells({ ...nurse, busy }, NOON, 3 * HOUR))).toEqual([
      [0, 1, 'open', ''],
      [1, 2, 'busy', 'closed'],
      [2, 3, 'open', ''],
    ]);
  });

  it("show that Halifax is open on Ontario's Thanksgiving and shut on 11 November", () => {
    const day = (month: number, dayOfMonth: number) => epochOf('America/Halifax', { year: 2026, month, day: dayOfMonth });
    expect(brief(contactSpells(desk, day(10, 12), 24 * HOUR))).toEqual([
      [0, 8.5, 'away', 'closed'],
      [8.5, 16.5, 'open', ''],
      [16.5, 24, 'away', 'closed'],
    ]);
    expect(brief(contactSpells(desk, day(11, 11), 24 * HOUR))).toEqual([[0, 24, 'away', 'holiday']]);
  });
});
