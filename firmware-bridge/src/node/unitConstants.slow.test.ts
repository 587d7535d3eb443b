import { describe, expect, it } from 'vitest';
import type { SourceChange } from './buildBoard.js';
import { HostUnit, readBlock, type UnitLife, type UnitPins } from './HostUnit.js';

const OPEN: UnitPins = { camClosed: false };

/** What a unit says, drives and writes in lives that come by every constant: one after the other, on one EEPROM. */
function lives(changes: readonly SourceChange[]): readonly Omit<UnitLife, 'charts'>[] {
  const turning = new HostUnit({ changes }).until(60).command({ name: 'vend', order: 1, cartridge: 7 }, 100).until(299.5);
  turning.pins(OPEN).until(400).current(798).until(700).ask(readBlock('gauges')).until(800).current(800).until(1_200);
  turning.pins({}).ask(readBlock('waveform head')).until(1_250).ask(readBlock('status')).until(2_300);
  const first = turning.command({ name: 'recover', order: 2, cartridge: 7 }).until(2_500).run();
  const waiting = new HostUnit({ changes, kept: Uint8Array.from(first.kept) }).until(100);
  for (const [i, millivolt] of [10_500, 10_490, 11_000, 11_020, 12_000].entries()) waiting.supply(millivolt).until(200 + 100 * i);
  waiting.until(1_300).command({ name: 'unlock', order: 2 }).until(1_340).pins({ boltBack: true });
  // Each is heard in the fourth millisecond.
  waiting.command({ name: 'clear', cartridge: 1 }, 2_343).until(1_400).command({ name: 'clear', cartridge: 2 }, 2_404);
  const second = waiting.until(9_000).run();
  const third = new HostUnit({ changes, kept: Uint8Array.from(second.kept) }).until(60).ask(readBlock('identity'));
  third.until(90).ask({ function: 6, address: 0x10, value: 13 }).until(200).command({ name: 'vend', order: 3, cartridge: 3 });
  third.until(260).ask({ function: 4, address: 0x210, count: 125 }).until(300);
  third.bytes(Uint8Array.from([1, 4, 2, 16, 0, 126, 0x70, 0x57])).until(400);
  return [first, second, third.run()].map(({ charts, ...rest }) => rest);
}

/** What comes of it; firmware that halts has been noticed too. */
function outcome<T>(live: () => T): T | string {
  try {
    return live();
  } catch (error) {
    if (String(error).includes('the unit halted')) return 'the unit halted';
    throw error;
  }
}

const SAME = lives([]);

/** Each constant of the portable part that is a promise of PROTOCOL.md, with a neighbour. */
const CONSTANTS: readonly (readonly [file: string, from: string, to: string])[] = [
  ['controller', 'RECORD_WRITE_MS = 28', 'RECORD_WRITE_MS = 29'],
  ['controller', 'HOST_SILENT_MS = 5000', 'HOST_SILENT_MS = 5001'],
  ['levels', 'STALL_COUNTS = 400', 'STALL_COUNTS = 399'],
  ['levels', 'STALL_COUNTS = 400', 'STALL_COUNTS = 401'],
  ['levels', 'SUPPLY_LOW_COUNTS = 525', 'SUPPLY_LOW_COUNTS = 524'],
  ['levels', 'SUPPLY_LOW_COUNTS = 525', 'SUPPLY_LOW_COUNTS = 526'],
  ['levels', 'SUPPLY_GOOD_COUNTS = 550', 'SUPPLY_GOOD_COUNTS = 549'],
  ['levels', 'SUPPLY_GOOD_COUNTS = 550', 'SUPPLY_GOOD_COUNTS = 551'],
  ['controller', 'MILLIAMP_PER_COUNT = 2', 'MILLIAMP_PER_COUNT = 3'],
  ['controller', 'MILLIVOLT_PER_COUNT = 20', 'MILLIVOLT_PER_COUNT = 21'],
  ['mailbox', 'MOST_TICKS_AHEAD = 1000', 'MOST_TICKS_AHEAD = 999'],
  ['mailbox', 'MOST_TICKS_AHEAD = 1000', 'MOST_TICKS_AHEAD = 1001'],
  ['record_store', 'STARTS_ADDRESS = 64', 'STARTS_ADDRESS = 72'],
  ['record_store', 'ORDERS_ADDRESS = 256', 'ORDERS_ADDRESS = 272'],
  ['record_store', 'SET_UP_ADDRESS = 0', 'SET_UP_ADDRESS = 8'],
  ['record_store', 'ORDER_BYTES = 16', 'ORDER_BYTES = 32'],
  ['record_store', 'START_BYTES = 8,', 'START_BYTES = 10,'],
  ['record_store', 'AT_PHASE = 8, AT_MODE = 9', 'AT_PHASE = 9, AT_MODE = 8'],
  ['record_store', 'RECOVERY = 0x80', 'RECOVERY = 0x40'],
  ['record_store', 'WHOLE = 0,', 'WHOLE = 1,'],
  ['slave', 'MOST_READ = 125', 'MOST_READ = 126'],
  ['slave', 'MOST_READ = 125', 'MOST_READ = 124'],
  ['registers_read', 'FIRMWARE_VERSION = 0x0101', 'FIRMWARE_VERSION = 0x0102'],
];

describe('each constant of the firmware', () => {
  it.each(CONSTANTS)('%s: %s is noticed when it is %s', (file, from, to) => {
    expect(outcome(() => lives([{ path: `unit/${file}.c`, from, to }]))).not.toEqual(SAME);
  });

  it('but the same sources say the same twice', () => {
    expect(lives([])).toEqual(SAME);
  });
});

describe('firmware that is broken on purpose', () => {
  it.each([
    [
      'the id is stored after the motion',
      'controller',
      'if (!waits_for_record || record_store_state() == RECORD_WRITING) return;\n  waits_for_record = 0;\n  if (record_store_state() == RECORD_KEPT) begin_motion();',
      'if (!waits_for_record) return;\n  waits_for_record = 0;\n  if (record_store_state() != RECORD_FAILED) begin_motion();',
    ],
    ['a lower id is accepted', 'mailbox', 'if (is_order && command->order < record.order) return REASON_STALE_ORDER;', ''],
    ['a start is counted twice', 'record_store', '  boots++;\n', '  boots += 2;\n'],
    ['the end of an order is not written', 'record_store', '(wanted | JOB_END | JOB_CLEAR)', '(wanted | JOB_CLEAR)'],
    ['a record is not read back', 'record_store', 'if (!reads_back()) {', 'if (!reads_back() && job == 0) {'],
  ] as const)('is another: %s', (_, file, from, to) => {
    const broken = [{ path: `unit/${file}.c`, from, to }];
    const life = (changes: readonly SourceChange[]) => {
      const unit = new HostUnit({ changes, worn: [[256 + 1, 0x3c]] }).until(60).command({ name: 'vend', order: 9, cartridge: 7 });
      unit.until(2_000).command({ name: 'vend', order: 8, cartridge: 8 }).until(2_500);
      // A command far ahead, then silence: it must not outlive it. Its tick is as late as one may be.
      unit.command({ name: 'clear', cartridge: 3 }, 3_500);
      const { signals, kept, drives } = unit.until(9_000).ask(readBlock('identity')).until(9_050).run();
      return { signals, kept, drives };
    };
    expect(outcome(() => life(broken))).not.toEqual(life([]));
  });
});
