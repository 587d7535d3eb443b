import { describe, expect, it } from 'vitest';
import { brokenOnDay } from '../../test/brokenOnDay.js';

const FIRST = 1_001;
const DAYS = 4_000;

describe('the campaign of random days', () => {
  it(`[H6] [H7] [H10] on ${DAYS} more random days no order begins twice, every count balances with the truth, and nobody takes another order's package`, () => {
    const broken = Array.from({ length: DAYS }, (_, i) => FIRST + i).flatMap((seed) =>
      brokenOnDay(seed).map((what) => `seed ${seed}: ${what}`),
    );
    expect(broken).toEqual([]);
  }, 7_200_000);
});
