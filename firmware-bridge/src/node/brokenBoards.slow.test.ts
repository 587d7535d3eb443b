import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BoardLine } from '../conform/BoardLine.js';
import { EmulatedLine } from '../conform/EmulatedLine.js';
import { CHECKS, runConformance } from '../conform/runConformance.js';
import { buildBoard, type SourceChange } from './buildBoard.js';

const change = (path: string, from: string, to: string): SourceChange => ({ path: `unit/${path}`, from, to });

/** Firmware that is broken on purpose, and the rule that must say so. */
const BROKEN: readonly (readonly [rule: string, how: string, first: SourceChange, second?: SourceChange])[] = [
  ['W1', 'answers every unit', change('slave.c', 'heard[0] == WIRE_UNIT && ', '')],
  [
    'W2',
    'answers a wrong checksum',
    change('slave.c', 'if (crc != (uint16_t)(heard[body]', 'if (crc == 0 && crc != (uint16_t)(heard[body]'),
  ],
  ['W3', 'refuses unknown functions by another exception', change('slave.c', 'refuse(NO_SUCH_FUNCTION)', 'refuse(NOT_ALLOWED)')],
  [
    'W5',
    'puts the low register first',
    change(
      'numbers.h',
      'put_word(at + 2, (uint16_t)number);',
      'put_word(at + 2, (uint16_t)(number >> 16)); put_word(at, (uint16_t)number);',
    ),
  ],
  ['W7', 'is another device', change('registers_read.c', 'IDENTITY_HAS_MAGIC, WIRE_MAGIC', 'IDENTITY_HAS_MAGIC, 0x1234')],
  ['W8', 'does not count its starts', change('record_store.c', '  boots++;', '  boots = boots == 0 ? 1 : boots;')],
  ['W9', 'takes a command without a token', change('mailbox.c', 'if (token == 0 || !is_allowed', 'if (!is_allowed')],
  [
    'W9',
    'takes a command with a wrong check',
    change('mailbox.c', 'word_from(bytes + CHECKED_BYTES)) return 0;', 'word_from(bytes + CHECKED_BYTES)) return 1;'),
  ],
  [
    'W10',
    'takes a repeated command again',
    change('mailbox.c', '  if (last_token != 0 && (uint16_t)(last_token - token) < 0x8000u) return COMMAND_TAKEN;\n', ''),
  ],
  ['W10', 'takes a command of before', change('mailbox.c', '(uint16_t)(last_token - token) < 0x8000u', 'last_token == token')],
  ['W11', 'forgets a ninth command', change('mailbox.c', 'return COMMAND_NOT_NOW;', 'return COMMAND_TAKEN;')],
  [
    'W11',
    'takes commands early',
    change('controller.c', 'if (waiting == 0 || tick_is_before(tick, waiting->tick)) return;', 'if (waiting == 0) return;'),
  ],
  [
    'W12',
    'takes a lower order',
    change(
      'mailbox.c',
      'if (is_order && command->order < record.order) return REASON_STALE_ORDER;',
      'if (is_order && command->order < record.order) return JUDGED_REPEAT;',
    ),
  ],
  [
    'W13',
    'accepts before its record is written',
    change('controller.c', 'RECORD_WRITE_MS = 28', 'RECORD_WRITE_MS = 2'),
    change(
      'controller.c',
      '  if (!waits_for_record || record_store_state() == RECORD_WRITING) return;\n  waits_for_record = 0;\n  if (record_store_state() == RECORD_KEPT) begin_motion();',
      '  if (!waits_for_record) return;\n  waits_for_record = 0;\n  if (record_store_state() != RECORD_FAILED) begin_motion();',
    ),
  ],
  ['W14', 'says nothing of an order that was cut short', change('controller.c', '  if (lost) say(', '  if (lost == 2) say(')],
  ['W15', 'counts its signals by two', change('signals.c', '  last_sequence++;', '  last_sequence += 2;')],
  [
    'W18',
    'leaves the flap free in silence',
    change('controller.c', '  deliver(OWNER_INTERLOCK, INTERLOCK_EVENT_HOST_SILENT);\n', ''),
  ],
  [
    'B1',
    'moves with the door open',
    change('mailbox.c', '  if (situation->door_open) return REASON_DOOR_OPEN;\n', ''),
    change('controller.c', '  if (interlock_is(INTERLOCK_IN_DOOR_OPEN)) return REASON_DOOR_OPEN;\n', ''),
  ],
  ['B2', 'knows a stall at twice the current', change('levels.c', 'STALL_COUNTS = 400', 'STALL_COUNTS = 800')],
  ['B7', 'calls the supply low at 10 V', change('levels.c', 'SUPPLY_LOW_COUNTS = 525', 'SUPPLY_LOW_COUNTS = 500')],
];

function lineOf(changes: readonly SourceChange[]): EmulatedLine {
  return new EmulatedLine({ image: new Uint8Array(readFileSync(join(buildBoard('avr', changes), 'program.bin'))) });
}

async function verdictsOf(rule: string, line: BoardLine): Promise<string[]> {
  const checks = CHECKS.filter((check) => check.rule === rule);
  return (await runConformance(line, { armed: true, checks })).findings.map(({ verdict }) => verdict);
}

describe('firmware broken on purpose', () => {
  for (const [rule, how, first, second] of BROKEN)
    it(`[${rule}] ${how}: the rule is found broken, with its bytes`, async () => {
      const checks = CHECKS.filter((check) => check.rule === rule);
      const { broken, findings } = await runConformance(lineOf(second ? [first, second] : [first]), { armed: true, checks });
      expect(broken).toBeGreaterThan(0);
      expect(findings.find(({ verdict }) => verdict === 'broken')?.evidence.join('\n')).toMatch(/^> ([\da-f]{2} ?)+/);
    });
});

describe('a line that spoils things', () => {
  it('[W6] answers that come 25 ms late are found late', async () => {
    expect(await verdictsOf('W6', new LateLine())).toEqual(['broken']);
    expect(await verdictsOf('W6', new EmulatedLine())).toEqual(['held']);
  });

  it('[W16] a slot that changes is found', async () => {
    const rules = ['W15', 'W16'];
    const checks = CHECKS.filter(({ rule }) => rules.includes(rule));
    const verdicts = async (line: BoardLine) =>
      (await runConformance(line, { armed: false, checks })).findings.map(({ verdict }) => verdict);
    expect(await verdicts(new EmulatedLine())).toEqual(['held', 'held']);
    const changes = [
      change('signals.c', '  last_sequence++;', '  last_sequence++;\n  ring[(last_sequence + 9) % WIRE_RING_SLOTS][7] ^= 1;'),
    ];
    expect((await verdicts(lineOf(changes)))[1]).toBe('broken');
  });
});

/** Hands on what came 25 ms later. */
class LateLine extends EmulatedLine {
  override take() {
    return super.take().map(({ t_us, bytes }) => ({ t_us: t_us + 25_000, bytes }));
  }
}
