import { describe, expect, it } from 'vitest';
import { parameterValues } from '../charts/parameters.js';
import { fallOf } from './fall.js';
import { mechanismParameters } from './mechanism.parameters.js';

const values = parameterValues('mechanism', mechanismParameters);

describe('fallOf', () => {
  it('[M3] the top shelf lies 983 mm above the beam: 448 ms of free fall', () => {
    expect(fallOf(1, values).fall_us).toBe(Math.round(Math.sqrt((2 * 983) / 9806.65) * 1_000_000));
    expect(fallOf(8, values)).toEqual(fallOf(1, values));
  });

  it('[M3] each lower shelf falls for a shorter time and darkens the beam for longer', () => {
    const shelves = [1, 9, 17, 25, 33, 41].map((cartridge) => fallOf(cartridge, values));
    for (let i = 1; i < shelves.length; i++) {
      expect(shelves[i]?.fall_us).toBeLessThan(shelves[i - 1]?.fall_us ?? 0);
      expect(shelves[i]?.pass_us).toBeGreaterThan(shelves[i - 1]?.pass_us ?? 0);
    }
    expect(shelves.at(-1)?.fall_us).toBeGreaterThan(100_000);
  });

  it('[M9] the earliest second package comes after the first has left the beam, from every shelf', () => {
    for (let cartridge = 1; cartridge <= 48; cartridge++) {
      expect(fallOf(cartridge, values).pass_us).toBeLessThan(values.secondFallFromMs * 1_000);
    }
  });
});
