import { describe, expect, it } from 'vitest';
import { TICKS_A_ROUND } from '../wire/BoardClock.js';
import { decodeBlock } from '../wire/registerNames.js';
import type { SourceChange } from './buildBoard.js';
import { HostUnit, readBlock, replyTo } from './HostUnit.js';

const STATUS = readBlock('status');
const OPEN = { camClosed: false };
/** Ticks go round so long after the script's beginning: before it, in its waits and at its edges, behind it, in ms. */
const ROUND_AFTER = [
  -7_000, -10, 0, 1, 101, 105, 128, 129, 300, 529, 1_128, 1_129, 2_128, 2_500, 5_000, 7_500, 8_028, 9_000, 20_000,
];

/** A vend that stalls, one that is told for later, and a host that falls silent with the flap unlocked: from `from` ms on. */
function script(from: number, changes: readonly SourceChange[]) {
  const unit = new HostUnit({ changes })
    .until(60)
    .until(from)
    .ask(STATUS)
    .until(from + 50);
  unit
    .command({ name: 'vend', order: 1, cartridge: 7 }, from + 100)
    .until(from + 200)
    .pins(OPEN)
    .until(from + 280);
  unit
    .current(900)
    .until(from + 700)
    .current(0)
    .pins({})
    .until(from + 1_500);
  unit.command({ name: 'clear', cartridge: 3 }, from + 2_490).until(from + 2_000);
  unit
    .command({ name: 'unlock', order: 1 }, from + 2_600)
    .until(from + 2_700)
    .pins({ boltBack: true })
    .until(from + 2_800);
  unit
    .ask(STATUS)
    .until(from + 9_000)
    .ask(readBlock('gauges'))
    .until(from + 9_100)
    .pins({})
    .until(from + 9_500);
  return unit.run();
}

/** What it did and said, each with its time since the script began. */
function told(from: number, changes: readonly SourceChange[] = []) {
  const { drives, signals, sent } = script(from, changes);
  const [first, , , , second, gauges] = sent.map((reply, index) => (index === 0 || index === 4 ? replyTo(STATUS, reply) : reply));
  const uptimes = [first, second].map((reply) => {
    if (reply === undefined || !('is' in reply) || reply.is !== 'registers') throw new Error('the unit did not tell its status');
    return (decodeBlock('status', reply.values).uptimeMs - from + 2 * TICKS_A_ROUND) % TICKS_A_ROUND;
  });
  return {
    drives: drives.map(({ t_us, ...driven }) => ({ at: Math.round(t_us / 1_000 - from), ...driven })),
    signals: signals.map(({ name, tick, args }) => [name, (tick - from + 2 * TICKS_A_ROUND) % TICKS_A_ROUND, args]),
    uptimes,
    gauges: gauges && 'bytes' in gauges ? Buffer.from(gauges.bytes).toString('hex') : '',
  };
}

describe('ticks of 32 bits', () => {
  const early = told(60_000);

  it('the script holds what is to be compared: a motion that is cut, a command that waits, a bolt that locks in silence', () => {
    expect(early.signals.map(([name, tick]) => [name, tick])).toEqual([
      ['accepted', 128],
      ['moving', 128],
      ['jammed', expect.any(Number)],
      ['cleared', 2_490],
    ]);
    expect(early.drives.map(({ motor, bolt }) => [motor, bolt])).toEqual([
      [7, false],
      [0, false],
      [0, true],
      [0, false],
    ]);
    // 5 s after the last right frame.
    expect(early.drives.at(-1)?.at).toBeGreaterThan(7_800);
    expect(early.uptimes).toEqual([early.uptimes[0], 2_800 + (early.uptimes[0] ?? 0)]);
  });

  it.each(ROUND_AFTER)('[W17] go round %i ms after it began, after 49.7 days, and nothing is another', (after) => {
    expect(told(TICKS_A_ROUND - after)).toEqual(early);
  });

  it('[W9] [W17] the first tick of a round cannot be asked for, since 0 is none: it is the one behind it', () => {
    const { signals } = told(TICKS_A_ROUND - 100);
    expect(signals.slice(0, 2).map(([name, tick]) => [name, tick])).toEqual([
      ['accepted', 129],
      ['moving', 129],
    ]);
  });

  it('compared by their size alone they would be others', () => {
    const bySize = { path: 'unit/ticks.h', from: '(uint32_t)(tick - other) >= 0x80000000u', to: 'tick < other' };
    expect(told(60_000, [bySize])).toEqual(early);
    for (const after of [129, 300, 2_500]) expect(told(TICKS_A_ROUND - after, [bySize])).not.toEqual(early);
  });
});
