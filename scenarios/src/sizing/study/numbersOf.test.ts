import { describe, expect, it } from 'vitest';
import { gapsBelow, nextNumber } from './numbersOf.js';
import { wilson } from './wilson.js';

describe('which numbers of machines are judged', () => {
  it('[Z14] those halfway below the answer and below both ends of its interval, until none is between', () => {
    expect(gapsBelow([2, 8, 14, 20], [8, 14, 20])).toEqual([5, 11, 17]);
    expect(gapsBelow([2, 7, 8, 13, 14, 20], [8, 14, null])).toEqual([]);
    // None may be enough: the interval begins beyond the last.
    expect(gapsBelow([2, 8], [9, null])).toEqual([]);
  });

  it('[Z14] farther and farther up while none is enough, and no farther than asked', () => {
    expect(nextNumber([4, 8], 80)).toBe(14);
    expect(nextNumber([4, 8], 9)).toBe(9);
    expect(nextNumber([4, 9], 9)).toBeNull();
  });
});

it('[Z13] the interval of a share is Wilson’s', () => {
  // Of 8 in 10, as in Newcombe, Statistics in Medicine 17 (1998) 857-872: 0.490 to 0.943.
  expect(wilson(8, 10).map((end) => end.toFixed(4))).toEqual(['0.4902', '0.9433']);
  expect([wilson(0, 10)[0], wilson(10, 10)[1], ...wilson(0, 0)]).toEqual([0, 1, 0, 1]);
});
