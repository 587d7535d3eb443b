import { describe, expect, it } from 'vitest';
import { BoardClock, TICKS_A_ROUND } from './BoardClock.js';
import { commandRegisters } from './commandRegisters.js';
import { decodeBlock } from './registerNames.js';

const DAY_us = 86_400_000_000;
const NOTHING = {
  statusBoots: 1,
  lastSequence: 0,
  uptimeQuarters: 0,
  inputs: 0,
  order: 0,
  orderPhase: 0,
  orderMode: 0,
  orderLane: 0,
};
const INTERLOCK = { statusInterlock0: 0, statusInterlock1: 0, statusInterlock2: 0 };

/** A clock that heard, at `at_us`, that its board has been up for so long. */
function heard(uptimeMs: number, at_us: number): BoardClock {
  const clock = new BoardClock('free');
  const status = { ...NOTHING, ...INTERLOCK, uptimeMs };
  clock.read({ status, asked_us: at_us - 20_000, answered_us: at_us, bytes: 37 });
  return clock;
}

describe('[W17] ticks of 32 bits', () => {
  it('are told in full, however long nothing was heard', () => {
    const clock = heard(1_000, 1_000_000);
    for (const days of [0, 24, 49, 50, 75, 100, 400]) {
      const now_us = 1_000_000 + days * DAY_us;
      const uptime = 1_000 + days * 86_400_000;
      // Clocks differ by 0.5 % at most.
      for (const off of [0.995, 1, 1.005]) {
        const is = Math.round(uptime * off);
        expect(clock.wholeUptime(is % TICKS_A_ROUND, now_us), `${days} days`).toBe(is);
      }
    }
  });

  it('of a signal lie behind, by up to a round', () => {
    const clock = heard(1_000, 1_000_000);
    const now_us = 1_000_000 + 60 * DAY_us;
    const now = 1_000 + 60 * 86_400_000;
    for (const age of [0, 1, 1_000, 40 * 86_400_000, 49 * 86_400_000])
      expect(clock.wholeTick((now - age) % TICKS_A_ROUND, now_us)).toBe(now - age);
  });

  it('of a board that was met after its first round begin with that round, and what it said before is as old as can be told', () => {
    const clock = heard(5_000, 1_000_000);
    expect(clock.wholeUptime(6_000, 2_000_000)).toBe(6_000);
    expect(clock.wholeTick(TICKS_A_ROUND - 7, 2_000_000)).toBe(0);
  });

  it('that no uptime of this boot can be are left as they were said', () => {
    expect(heard(5_000, 6_000_000).wholeUptime(0xfff0_0000, 7_000_000)).toBe(0xfff0_0000);
  });

  it('before anything was heard are what was said', () => {
    const clock = new BoardClock('aligned');
    expect([clock.wholeUptime(7, 0), clock.wholeTick(TICKS_A_ROUND - 1, 0)]).toEqual([7, TICKS_A_ROUND - 1]);
  });

  it('are asked for by their 32 bits, and never by 0, which is none', () => {
    const bits = (tick: number) =>
      decodeBlock('mailbox', commandRegisters({ command: { name: 'clear', cartridge: 1 }, token: 1, tick })).commandTick;
    expect(
      [0, 1, TICKS_A_ROUND - 1, TICKS_A_ROUND, TICKS_A_ROUND + 1, 3 * TICKS_A_ROUND, 3 * TICKS_A_ROUND + 9].map(bits),
    ).toEqual([0, 1, TICKS_A_ROUND - 1, 1, 1, 1, 9]);
  });
});
