import { describe, expect, it } from 'vitest';
import { heardByte } from './heardByte.js';

const WIRE_BIT = 16_000_000 / 115_200;
const ALL = Array.from({ length: 256 }, (_, byte) => byte);

describe('a byte that is sent and heard with different clocks', () => {
  it.each([
    ['the same', WIRE_BIT],
    ['2.1 % faster, as a 16 MHz chip at double speed', 8 * 17],
    ['3.7 % slower', 8 * 18],
    ['3.7 % faster', WIRE_BIT * 0.963],
  ])('is heard right at a speed that is %s', (_, bit) => {
    expect(ALL.map((byte) => heardByte(byte, WIRE_BIT, bit))).toEqual(ALL.map((byte) => ({ byte, framingError: false })));
    expect(ALL.map((byte) => heardByte(byte, bit, WIRE_BIT).byte)).toEqual(ALL);
  });

  it('is garbled at half and at double speed, in most bytes', () => {
    for (const share of [0.5, 2]) {
      const right = ALL.filter((byte) => heardByte(byte, WIRE_BIT, WIRE_BIT * share).byte === byte);
      expect(right.length).toBeLessThan(32);
    }
  });

  it('has no stop bit where a slow sender still sends its data', () => {
    expect(heardByte(0, WIRE_BIT, WIRE_BIT / 2)).toEqual({ byte: 0, framingError: true });
  });
});
