import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EepromCells } from './EepromCells.js';

const MS = 16_000;

function cells(seed = 1): EepromCells {
  return new EepromCells(seed, Uint8Array.of(0x5a, 0x0f));
}

describe('a write in flight', () => {
  it('leaves the cell as it was until its 3.4 ms are over', () => {
    const eeprom = cells();
    eeprom.write(0, 0x77, 'erase-and-write', 1_000);
    eeprom.settle(1_000 + 3.4 * MS - 1);
    expect(eeprom.bytes[0]).toBe(0x5a);
    eeprom.settle(1_000 + 3.4 * MS);
    expect(eeprom.bytes[0]).toBe(0x77);
    expect(eeprom.busyUntil).toBe(1_000 + 3.4 * MS);
  });

  it('erases alone or writes alone in 1.8 ms; a write alone clears bits and sets none', () => {
    const eeprom = cells();
    eeprom.write(0, 0x77, 'erase', 0);
    eeprom.settle(1.8 * MS);
    eeprom.write(1, 0x33, 'write', 1.8 * MS);
    eeprom.settle(3.6 * MS);
    expect([eeprom.bytes[0], eeprom.bytes[1]]).toEqual([0xff, 0x03]);
  });
});

describe('power that goes', () => {
  it('after the write leaves the new byte, before it the old one', () => {
    const after = cells();
    after.write(0, 0x77, 'erase-and-write', 0);
    after.cut(3.4 * MS);
    const before = cells();
    before.write(0, 0x77, 'erase-and-write', 500);
    before.cut(500);
    expect([after.bytes[0], before.bytes[0], after.torn, before.torn]).toEqual([0x77, 0x5a, 0, 0]);
  });

  it('in between tears the byte: first bits rise towards erased, then fall towards the value', () => {
    const torn = (cycle: number, seed: number) => {
      const eeprom = cells(seed);
      eeprom.write(0, 0x77, 'erase-and-write', 0);
      eeprom.cut(cycle);
      expect(eeprom.torn).toBe(1);
      return eeprom.bytes[0] as number;
    };
    const early = Array.from({ length: 50 }, (_, seed) => torn(0.9 * MS, seed));
    expect(early.every((byte) => (byte & 0x5a) === 0x5a)).toBe(true);
    expect(new Set(early).size).toBeGreaterThan(8);
    const late = Array.from({ length: 50 }, (_, seed) => torn(2.6 * MS, seed));
    expect(late.every((byte) => (byte & 0x77) === 0x77)).toBe(true);
    expect(new Set(late).size).toBe(4);
    expect(early).toEqual(Array.from({ length: 50 }, (_, seed) => torn(0.9 * MS, seed)));
  });

  it('takes back what was begun ahead of it, and tears what had ended only ahead of it', () => {
    const eeprom = cells();
    eeprom.write(0, 0x00, 'erase', 0);
    eeprom.settle(1.8 * MS);
    eeprom.write(1, 0xff, 'erase-and-write', 1.8 * MS + 10);
    eeprom.cut(1.8 * MS - 1);
    expect(eeprom.bytes[1]).toBe(0x0f);
    expect(eeprom.torn).toBe(1);
  });

  it('at any instant of any run of writes touches no byte but the one in flight', () => {
    const write = fc.record({ address: fc.nat(3), value: fc.nat(255), rest: fc.nat(3 * MS) });
    fc.assert(
      fc.property(fc.array(write, { minLength: 1, maxLength: 8 }), fc.nat(60 * MS), fc.nat(), (writes, at, seed) => {
        const eeprom = new EepromCells(seed);
        const expected = [0xff, 0xff, 0xff, 0xff];
        let inFlight = -1;
        let cycle = 0;
        for (const { address, value, rest } of writes) {
          // The board is at most a burst ahead of the cut.
          if (cycle >= at + 80 * 16) break;
          eeprom.write(address, value, 'erase-and-write', cycle);
          if (cycle < at && at < cycle + 3.4 * MS) inFlight = address;
          if (at >= cycle + 3.4 * MS) expected[address] = value;
          cycle += 3.4 * MS + rest;
        }
        eeprom.cut(at);
        for (const address of [0, 1, 2, 3]) if (address !== inFlight) expect(eeprom.bytes[address]).toBe(expected[address]);
        expect(eeprom.torn).toBe(inFlight === -1 ? 0 : 1);
      }),
    );
  });

  it('goes on after a checkpoint as it would have without', () => {
    const run = (save: boolean) => {
      let eeprom = cells(7);
      eeprom.write(0, 0x00, 'erase-and-write', 0);
      if (save) {
        const saved = JSON.parse(JSON.stringify(eeprom.save()));
        eeprom = new EepromCells(7);
        eeprom.restore(saved);
      }
      eeprom.cut(2 * MS);
      eeprom.write(1, 0xaa, 'erase-and-write', 0);
      eeprom.cut(1 * MS);
      return [...eeprom.bytes.subarray(0, 2), eeprom.torn];
    };
    expect(run(true)).toEqual(run(false));
  });
});

describe('cells that are worn out', () => {
  it('read as they do whatever is written, erased or torn, and their neighbours hold', () => {
    const cells = new EepromCells(1, Uint8Array.of(7, 7, 7), new Map([[1, 0x3c]]));
    expect([...cells.bytes.subarray(0, 3)]).toEqual([7, 0x3c, 7]);
    let cycle = 0;
    for (const mode of ['erase-and-write', 'erase', 'write'] as const) {
      for (const address of [1, 2]) {
        cells.write(address, 0xa5, mode, cycle);
        cycle = cells.busyUntil;
        cells.settle(cycle);
      }
      expect(cells.bytes[1]).toBe(0x3c);
    }
    expect(cells.bytes[2]).toBe(0xa5);
    cells.write(1, 0, 'erase-and-write', cycle);
    cells.cut(cycle + 20_000);
    expect(cells.bytes[1]).toBe(0x3c);
  });
});
