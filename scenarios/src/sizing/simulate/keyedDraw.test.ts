import { expect, it } from 'vitest';
import { keyedDraw, WORDS } from './keyedDraw.js';

/** How far counts lie from equal ones, in standard deviations of a chi-square with so many cells. */
function deviation(counts: ArrayLike<number>): number {
  const cells = Array.from(counts);
  const expected = cells.reduce((sum, count) => sum + count, 0) / cells.length;
  const chi = cells.reduce((sum, count) => sum + ((count - expected) * (count - expected)) / expected, 0);
  return (chi - (cells.length - 1)) / Math.sqrt(2 * (cells.length - 1));
}

const DRAWS = 100_000;
const KEYS = [0, 1, -1, 0x9e3779b9 | 0, 123_456_789];

it('[Z4] words of every key are uniform, in their high and in their low bits', () => {
  for (const key of KEYS) {
    const [high, low] = [new Int32Array(256), new Int32Array(256)];
    for (let i = 0; i < DRAWS; i++) {
      const word = keyedDraw(key, 77, i);
      high[word >>> 24] = (high[word >>> 24] as number) + 1;
      low[word & 255] = (low[word & 255] as number) + 1;
    }
    expect(Math.abs(deviation(high))).toBeLessThan(4);
    expect(Math.abs(deviation(low))).toBeLessThan(4);
  }
});

it('[Z4] neighbours of an index and of a key are independent: pairs fill the square evenly', () => {
  const neighbours: readonly ((i: number) => readonly [number, number])[] = [
    (i) => [keyedDraw(5, 9, i), keyedDraw(5, 9, i + 1)],
    (i) => [keyedDraw(5, 9, 8 * i), keyedDraw(5, 9, 8 * i + 1)],
    (i) => [keyedDraw(i, 9, 3), keyedDraw(i + 1, 9, 3)],
    (i) => [keyedDraw(5, i, 3), keyedDraw(5, i + 1, 3)],
    (i) => [keyedDraw(5, 9, i), keyedDraw(6, 9, i)],
    (i) => [keyedDraw(5, 9, i), keyedDraw(5, 10, i)],
    // The key that is a step of the counter ahead: without the second half of the key it would walk the same way.
    (i) => [keyedDraw(5, 9, i + 1), keyedDraw((5 + 0x9e3779b9) | 0, 10, i)],
  ];
  for (const pair of neighbours) {
    const cells = new Int32Array(1_024);
    for (let i = 0; i < DRAWS; i++) {
      const [a, b] = pair(i);
      const cell = ((a >>> 27) << 5) | (b >>> 27);
      cells[cell] = (cells[cell] as number) + 1;
    }
    expect(Math.abs(deviation(cells))).toBeLessThan(4);
  }
});

it('[Z4] one changed bit of key or index changes half of the bits', () => {
  for (const [change0, change1, changeIndex] of [
    [1, 0, 0],
    [1 << 31, 0, 0],
    [0, 1, 0],
    [0, 1 << 31, 0],
    [0, 0, 1],
    [0, 0, 1 << 20],
  ] as const) {
    let changed = 0;
    for (let i = 0; i < 10_000; i++) {
      let bits = keyedDraw(i, 3, i) ^ keyedDraw(i ^ change0, 3 ^ change1, i ^ changeIndex);
      for (; bits !== 0; bits &= bits - 1) changed += 1;
    }
    // 320,000 bits, half of them changed: a standard deviation is 283.
    expect(Math.abs(changed - 160_000)).toBeLessThan(4 * 283);
  }
});

it('[Z4] gives these words, wherever it runs', () => {
  const words = [0, 1, 2, WORDS - 1].map((index) => keyedDraw(1, 2, index | 0));
  expect(words).toMatchInlineSnapshot(`
    [
      3130775554,
      260317683,
      166821613,
      2334403905,
    ]
  `);
});
