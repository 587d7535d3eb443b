import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairedDifference } from './PairedDifference.js';

describe('a paired difference', () => {
  it('has the interval of the textbook: 10 pairs, t of 9 degrees is 2.262157', () => {
    const before = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const after = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const found = pairedDifference(before, after);
    // Mean 5.5, deviation 3.027650, standard error 0.957427.
    expect(found?.difference).toBeCloseTo(5.5, 12);
    expect(found?.interval?.[0]).toBeCloseTo(5.5 - 2.262157 * 0.957427, 5);
    expect(found?.interval?.[1]).toBeCloseTo(5.5 + 2.262157 * 0.957427, 5);
  });

  it('leaves out what only one side could measure', () => {
    expect(pairedDifference([1, null, 3], [2, 5, null])).toMatchObject({ pairs: 1, difference: 1, interval: null, saved: null });
    expect(pairedDifference([null], [1])).toBeNull();
  });

  it('says how much the common numbers saved: all where both move together, less than nothing where they move apart', () => {
    const a = [3, 8, 1, 9, 4];
    expect(
      pairedDifference(
        a,
        a.map((x) => x + 2),
      )?.saved,
    ).toBe(1);
    expect(
      pairedDifference(
        a,
        a.map((x) => -x),
      )?.saved,
    ).toBeCloseTo(-1, 9);
    expect(pairedDifference([2, 2], [3, 3])?.saved).toBeNull();
  });

  it('turns round with its sides', () => {
    const value = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 30 }), (pairs) => {
        const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
        const [there, back] = [pairedDifference(a, b), pairedDifference(b, a)];
        expect(there?.difference).toBeCloseTo(-(back?.difference ?? Number.NaN), 6);
        expect(there?.interval?.[0]).toBeCloseTo(-(back?.interval?.[1] ?? Number.NaN), 4);
      }),
    );
  });
});
