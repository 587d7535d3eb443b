import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REGISTER_MAP, WIRE_CODES } from './registerMap.js';
import { type BlockName, blockPlace, decodeBlock, encodeBlock, registerPlace } from './registerNames.js';
import { registerTable } from './registerTable.js';
import { type CodeList, codeOf, nameOfCode } from './wireCodes.js';

const spans = (table: 'input' | 'holding') =>
  REGISTER_MAP.filter((block) => block.table === table)
    .map(({ name }) => ({ name, ...blockPlace(name as BlockName) }))
    .map(({ name, address, words, repeats }) => ({ name, from: address, to: address + words * repeats }))
    .sort((a, b) => a.from - b.from);

describe('the register map', () => {
  it.each(['input', 'holding'] as const)('no two %s blocks overlap, and none leaves the 16 bits of an address', (table) => {
    const blocks = spans(table);
    for (const [index, block] of blocks.entries()) {
      expect(block.to, block.name).toBeGreaterThan(block.from);
      expect(block.to, block.name).toBeLessThanOrEqual(blocks[index + 1]?.from ?? 0x10000);
    }
  });

  it('names every block, value and code once', () => {
    const names = REGISTER_MAP.flatMap(({ values }) => values.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(REGISTER_MAP.map(({ name }) => name)).size).toBe(REGISTER_MAP.length);
    for (const list of Object.values(WIRE_CODES)) expect(new Set(list).size).toBe(list.length);
  });

  it('gives every name of a list its number from 1, and none to 0', () => {
    for (const list of Object.keys(WIRE_CODES) as CodeList[]) {
      expect(WIRE_CODES[list].map((name) => codeOf(list, name))).toEqual(WIRE_CODES[list].map((_, index) => index + 1));
      expect(nameOfCode(list, 0)).toBeUndefined();
      expect(nameOfCode(list, WIRE_CODES[list].length + 1)).toBeUndefined();
    }
    expect(nameOfCode('signals', 5)).toBe('jammed');
  });

  it('knows where each value lies', () => {
    expect(registerPlace('lastSequence')).toEqual({ block: 'status', table: 'input', address: 0x12, words: 2 });
    expect(blockPlace('ring')).toEqual({ table: 'input', address: 0x100, words: 8, repeats: 32 });
    expect(blockPlace('mailbox')).toEqual({ table: 'holding', address: 0, words: 8, repeats: 1 });
  });

  it('[W5] decodes the high register of two first, and encodes the same', () => {
    const registers = [0xffff, 0x0001, 0x0002, 0, 7, 0x0507, 0, 3, 0x0001];
    const values = decodeBlock('ring', registers, 1);
    expect(values).toEqual({ eventSequence: 0x10002, eventTick: 7, eventName: 0x507, eventOrder: 3, eventDetail: 1 });
    expect(encodeBlock('ring', values)).toEqual(registers.slice(1));
    expect(() => decodeBlock('ring', registers, 2)).toThrow(RangeError);
    expect(() => encodeBlock('set-up', { fitted: 65_536 })).toThrow(RangeError);
  });

  it('[W5] encoding and decoding are each other’s reverse for every block', () => {
    for (const { name } of REGISTER_MAP) {
      const { words } = blockPlace(name as BlockName);
      fc.assert(
        fc.property(fc.array(fc.nat(0xffff), { minLength: words, maxLength: words }), (registers) => {
          expect(encodeBlock(name as BlockName, decodeBlock(name as BlockName, registers))).toEqual(registers);
        }),
        { numRuns: 20 },
      );
    }
  });

  it('PROTOCOL.md shows this table', () => {
    const text = readFileSync(fileURLToPath(new URL('../../PROTOCOL.md', import.meta.url)), 'utf8');
    expect(text).toContain(`<!-- registers -->\n\n${registerTable()}\n\n<!-- /registers -->`);
  });
});
