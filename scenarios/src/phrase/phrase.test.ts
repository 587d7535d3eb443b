import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counted } from './counted.js';
import { durationInWords } from './durationInWords.js';
import { listed } from './listed.js';
import { percent } from './percent.js';

const S = 1_000_000;
const MIN = 60 * S;
const H = 60 * MIN;
const D = 24 * H;

describe('a duration', () => {
  it.each([
    [0, '0 s'],
    [7, '7 µs'],
    [999, '999 µs'],
    [40_000, '40 ms'],
    [999_499, '999 ms'],
    [999_500, '1 s'],
    [1_049_999, '1 s'],
    [1_050_000, '1.1 s'],
    [21.5 * S, '21.5 s'],
    [59_949_999, '59.9 s'],
    [59_950_000, '1 min'],
    [60 * S, '1 min'],
    [3 * MIN + 20 * S, '3 min 20 s'],
    [59 * MIN + 40 * S, '59 min 40 s'],
    [59 * MIN + 59.6 * S, '1 h'],
    [2 * H + 45 * MIN, '2 h 45 min'],
    [23 * H + 59.5 * MIN, '1 d'],
    [2 * D + 4 * H, '2 d 4 h'],
    [-15 * MIN, '−15 min'],
  ])('of %d µs is %s', (us, words) => {
    expect(durationInWords(us)).toBe(words);
  });

  it('never shows 60 of a unit that has 60, nor is more than half of its last unit off', () => {
    const units: Record<string, number> = { d: D, h: H, min: MIN, s: S, ms: 1000, µs: 1 };
    fc.assert(
      fc.property(fc.oneof(fc.nat(3 * MIN), fc.nat(3 * H), fc.nat(5 * D), fc.nat(2 * S)), (us) => {
        const parts = [...durationInWords(us).matchAll(/([\d.]+) (d|h|min|s|ms|µs)/g)];
        const said = parts.reduce((sum, [, n, unit]) => sum + Number(n) * (units[unit as string] as number), 0);
        const last = parts.at(-1)?.[2] as string;
        const finest = parts.length === 1 ? { d: H, h: MIN, min: S, s: S / 10, ms: 1000, µs: 1 }[last] : units[last];
        expect(Math.abs(said - us)).toBeLessThanOrEqual((finest as number) / 2 + 1e-6);
        for (const [, n, unit] of parts)
          expect(Number(n)).toBeLessThan({ d: 99, h: 24, min: 60, s: 60, ms: 1000, µs: 1000 }[unit as 'd']);
      }),
    );
  });
});

it('counts and lists', () => {
  expect([counted(0, 'dose'), counted(1, 'dose'), counted(2, 'person', 'people')]).toEqual(['0 doses', '1 dose', '2 people']);
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a and b', 'a, b and c']);
  expect(listed(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
  expect(listed(['a', 'b'], 2)).toBe('a and b');
});

it('shows shares, and never all for almost all', () => {
  expect([percent(28, 29), percent(19, 20), percent(0, 5), percent(5, 5)]).toEqual(['96.6 %', '95 %', '0 %', '100 %']);
  expect([percent(9999, 10_000), percent(1, 10_000)]).toEqual(['almost 100 %', 'almost 0 %']);
});
