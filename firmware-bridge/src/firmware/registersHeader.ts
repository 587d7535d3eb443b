import { cName } from '../emit/cNames.js';
import {
  MAGIC,
  MAP_VERSION,
  MOST_CARTRIDGES,
  MOST_COMMANDS,
  REGISTER_MAP,
  type RegisterBlock,
  RING_SLOTS,
  UNIT,
  WAVEFORM_SAMPLES,
  WIRE_CODES,
} from '../wire/registerMap.js';

/** `firmware/generated/registers.h`: the register map and the numbers of what is said by name, for the firmware. */
export function registersHeader(): string {
  return `${[
    '/* The register map, written by firmware-bridge/src/firmware from src/wire/registerMap.ts; npm run generate writes it anew. */',
    '#ifndef REGISTERS_H',
    '#define REGISTERS_H',
    '',
    ...numbers('What the map promises.', [
      ['WIRE_MAP_VERSION', MAP_VERSION],
      ['WIRE_MAGIC', MAGIC],
      ['WIRE_UNIT', UNIT],
      ['WIRE_RING_SLOTS', RING_SLOTS],
      ['WIRE_WAVEFORM_SAMPLES', WAVEFORM_SAMPLES],
      ['WIRE_MOST_CARTRIDGES', MOST_CARTRIDGES],
      ['WIRE_MOST_COMMANDS', MOST_COMMANDS],
    ]),
    ...REGISTER_MAP.flatMap(blockOf),
    ...Object.entries(WIRE_CODES).flatMap(([kind, names]) => codesOf(kind, names)),
    '#endif',
  ].join('\n')}\n`;
}

/** Registers of a block once, without its repeats. */
export function wordsOf({ values }: RegisterBlock): number {
  return values.reduce((sum, { words = 1 }) => sum + words, 0);
}

/** Where a block lies, how long it is, and where each of its values lies from its beginning. */
function blockOf(block: RegisterBlock): string[] {
  const name = cName(block.name);
  let at = 0;
  const values = block.values.map((value) => {
    const own: [string, number] = [cName(name, 'has', value.name), at];
    at += value.words ?? 1;
    return own;
  });
  const all = wordsOf(block) * (block.repeats ?? 1);
  return numbers(`${block.table}: ${block.says}; values by their place in the block.`, [
    [`${name}_AT`, block.at],
    [`${name}_WORDS`, wordsOf(block)],
    [`${name}_END`, block.at + all],
    ...values,
  ]);
}

function codesOf(kind: string, names: readonly string[]): string[] {
  const prefix = cName(kind.replace(/s$/, ''));
  return numbers(
    `${kind}, from 1; 0: none.`,
    names.map((name, i) => [cName(prefix, name), i + 1]),
  );
}

function numbers(comment: string, rows: readonly (readonly [name: string, value: number])[]): string[] {
  const shown = (name: string, value: number) => (/_(AT|END)$|^WIRE_MA(P_VERSION|GIC)$/.test(name) ? hex(value) : value);
  return [
    `/* ${ascii(comment)} */`,
    'enum {',
    rows.map(([name, value]) => `  ${name} = ${shown(name, value)}`).join(',\n'),
    '};',
    '',
  ];
}

function hex(value: number): string {
  return `0x${value.toString(16).padStart(4, '0')}`;
}

function ascii(text: string): string {
  return text.replace(/\u2212/g, '-').replace(/[^\x20-\x7e]/g, '');
}
