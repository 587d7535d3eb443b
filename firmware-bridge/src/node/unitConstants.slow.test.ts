import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SourceChange } from './buildBoard.js';
import { FIRMWARE } from './buildProgram.js';
import { unitLives } from './test/unitLives.js';

interface Constant {
  readonly path: string;
  /** As the source has it, ` NAME = 28`. */
  readonly text: string;
  readonly name: string;
  readonly value: string;
}

/** Every named number of the portable sources, found in their text: whoever adds one need not think of this test. */
function constantsOf(path: string): Constant[] {
  const source = readFileSync(join(FIRMWARE, path), 'utf8');
  const enums = [...source.matchAll(/enum(?: \w+)? \{[^}]*\}/g)].flatMap(([text]) => [
    ...text.matchAll(/\b([A-Z][A-Z0-9_]{2,}) = (0x[\dA-F]+|\d+)(?=\s*[,}\n/])/g),
  ]);
  const defines = [...source.matchAll(/#define ([A-Z][A-Z0-9_]+) (0x[\dA-F]+|\d+)(?=u?\n)/g)];
  return [...enums, ...defines].map(([text = '', name = '', value = '']) => ({ path, text: placeOf(source, text), name, value }));
}

/** With what stands before it, so that `WHOLE` is not the end of `NOT_WHOLE`. */
function placeOf(source: string, text: string): string {
  const before = /[\s{,]/;
  for (let at = source.indexOf(text); at > 0; at = source.indexOf(text, at + 1))
    if (before.test(source[at - 1] as string)) return source.slice(at - 1, at + text.length);
  return text;
}

const UNIT = readdirSync(join(FIRMWARE, 'unit')).map((name) => `unit/${name}`);
const ALL = [...UNIT, 'board.h'].flatMap(constantsOf);

/** Numbers that nobody outside can tell from others, and why. */
const UNSEEN: Readonly<Record<string, string>> = {
  OWNER_MAILBOX: 'a name among timers, any that no cartridge has',
  JUDGED_REPEAT: 'a name between two functions, any that no reason has',
  MOST_TOLD: 'room, more than a tick can fill: the firmware halts where it is too little',
  MOST_STEPS: 'room for the longest record',
  END_BYTES: 'bytes that are read together, of which the first four are used',
  BYTES_A_PIECE: 'how much of a checksum is worked out between two looks at the tick',
};

/** What a constant is changed to: one more, or one less where more does not fit. */
const OTHER: Readonly<Record<string, readonly string[]>> = {
  STALL_COUNTS: ['399', '401'],
  SUPPLY_LOW_COUNTS: ['524', '526'],
  SUPPLY_GOOD_COUNTS: ['549', '551'],
  MOST_TICKS_AHEAD: ['999', '1001'],
  MOST_READ: ['124', '126'],
  MOST_ORDER_TRIES: ['7', '9'],
  CRC16_START: ['0xFFFE'],
  NOT_WHOLE: ['0xFE'],
  NO_PHASE: ['0xFE'],
  // 124 registers do not fit a frame.
  MOST_WRITTEN: ['122'],
  READ_HOLDING: ['7'],
  JOB_START: ['64'],
  // An input that is never seen.
  ...Object.fromEntries(
    ['DOOR_OPEN', 'TAMPERED', 'FLAP_OPEN', 'BOLT_BACK', 'BEAM_DARK', 'CAM_CLOSED'].map((pin) => [`LEVEL_${pin}`, ['0']]),
  ),
};

/** What comes of it; firmware that halts, or uses its memory as it must not, has been noticed too. */
function outcome(changes: readonly SourceChange[]): unknown {
  try {
    return unitLives(changes);
  } catch (error) {
    const said = /the unit halted|the EEPROM was \w+/.exec(String(error))?.[0];
    if (said === undefined) throw error;
    return said;
  }
}

const SAME = unitLives([]);
const others = ({ name, value }: Constant) => OTHER[name] ?? [String(Number(value) + 1)];

describe('each constant of the portable firmware', () => {
  const cases = ALL.filter(({ name }) => !(name in UNSEEN)).flatMap((constant) =>
    others(constant).map((other) => [constant.path, constant.text, other, constant] as const),
  );

  it.each(cases)('%s:%s is noticed when it is %s', (path, text, other, { value }) => {
    const to = `${text.slice(0, -value.length)}${other}`;
    expect(outcome([{ path, from: text, to }])).not.toEqual(SAME);
  });

  it('but the same sources say the same twice', () => {
    expect(unitLives([])).toEqual(SAME);
  });

  it('there are as many as were looked through; what nobody sees is still there', () => {
    const names = ALL.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(70);
    expect(Object.keys(UNSEEN).filter((name) => !names.includes(name))).toEqual([]);
    expect(Object.keys(OTHER).filter((name) => !names.includes(name))).toEqual([]);
  });
});
