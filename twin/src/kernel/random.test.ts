import { describe, expect, it } from 'vitest';
import { openUniform, RandomStream, threefry2x32 } from './random.js';

const hex = (word: number) => word.toString(16).padStart(8, '0');

describe('random draws', () => {
  it('[R2] never are 0 or 1, with no bit set or with all', () => {
    expect(openUniform(0, 0)).toBe(0.5 / 2 ** 53);
    expect(openUniform(0xffffffff | 0, 0xffffffff | 0)).toBe(1 - 2 ** -53);
    expect(openUniform(0xffffffff | 0, 0xffffffbf | 0)).toBe(1 - 2 ** -53 * 2);
  });

  it.each([
    // Known answers of Threefry2x32-20, from the Random123 distribution's kat_vectors.
    [
      [0, 0],
      [0, 0],
      ['6b200159', '99ba4efe'],
    ],
    [
      [0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      ['1cb996fc', 'bb002be7'],
    ],
    [
      [0x13198a2e, 0x03707344],
      [0x243f6a88, 0x85a308d3],
      ['c4923a9c', '483df7a0'],
    ],
  ] as const)('[R2] Threefry2x32-20 under key %j of counter %j is %j', (key, counter, expected) => {
    const [a, b] = threefry2x32(key[0] | 0, key[1] | 0, counter[0] | 0, counter[1] | 0);
    expect([hex(a), hex(b)]).toEqual(expected);
  });

  it('[R3] a draw depends on its stream and index alone', () => {
    const one = new RandomStream(1, 'reader', 'score');
    const drawn = [one.uniform(), one.uniform(), one.uniform()];
    const other = new RandomStream(1, 'reader', 'score', 2);
    expect(other.uniform()).toBe(drawn[2]);
    expect(other.uniformAt(0)).toBe(drawn[0]);
    expect(new RandomStream(1, 'reader', 'capture').uniform()).not.toBe(drawn[0]);
    expect(new RandomStream(2, 'reader', 'score').uniform()).not.toBe(drawn[0]);
  });

  const moments = (draw: (stream: RandomStream) => number) => {
    const stream = new RandomStream(11, 'test', 'moments');
    const n = 20_000;
    const values = Array.from({ length: n }, () => draw(stream));
    const mean = values.reduce((sum, x) => sum + x, 0) / n;
    const variance = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (n - 1);
    return { mean, variance, error: Math.sqrt(variance / n) };
  };

  it.each([
    ['uniform', (s: RandomStream) => s.uniform(), 0.5, 1 / 12],
    ['between', (s: RandomStream) => s.between(2, 6), 4, 16 / 12],
    ['triangular', (s: RandomStream) => s.triangular(1, 2, 6), 3, (1 + 4 + 36 - 2 - 6 - 12) / 18],
    ['exponential', (s: RandomStream) => s.exponential(3), 3, 9],
    ['normal', (s: RandomStream) => s.normal(5, 2), 5, 4],
    ['beta', (s: RandomStream) => s.beta(2, 6), 0.25, 12 / (64 * 9)],
    ['gamma', (s: RandomStream) => s.gamma(3, 2), 1.5, 0.75],
    ['poisson', (s: RandomStream) => s.poisson(4), 4, 4],
    ['integer', (s: RandomStream) => s.integer(1, 6), 3.5, 35 / 12],
    ['chance', (s: RandomStream) => (s.chance(0.2) ? 1 : 0), 0.2, 0.16],
    ['weighted', (s: RandomStream) => s.weighted([1, 0, 3]), 1.5, 0.75],
  ] as const)('%s has the mean and the variance that it should', (_, draw, mean, variance) => {
    const seen = moments(draw);
    expect(Math.abs(seen.mean - mean)).toBeLessThan(4 * seen.error);
    expect(Math.abs(seen.variance / variance - 1)).toBeLessThan(0.06);
  });

  it('a lognormal draw has the median that it is given', () => {
    const stream = new RandomStream(3, 'test', 'lognormal');
    const below = Array.from({ length: 10_000 }, () => stream.lognormal(150, 0.7)).filter((x) => x < 150).length;
    expect(Math.abs(below - 5_000)).toBeLessThan(4 * 50);
  });
});
