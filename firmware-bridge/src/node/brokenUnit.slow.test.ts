import { describe, expect, it } from 'vitest';
import type { SourceChange } from './buildBoard.js';
import { HostUnit, readBlock } from './HostUnit.js';

/** What comes of it; firmware that halts has been noticed too. */
function outcome<T>(live: () => T): T | string {
  try {
    return live();
  } catch (error) {
    if (String(error).includes('the unit halted')) return 'the unit halted';
    throw error;
  }
}

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
