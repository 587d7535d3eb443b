import { describe, expect, it } from 'vitest';
import { brokenOnDay } from '../../test/brokenOnDay.js';

/** Days in `npm test`; `npm run campaign` runs thousands more. */
const DAYS = 200;

describe('random days', () => {
  it(`[H6] [H7] [H10] on ${DAYS} random days no order begins twice, every count balances with the truth, and nobody takes another order's package`, () => {
    for (let seed = 1; seed <= DAYS; seed++) expect({ seed, broken: brokenOnDay(seed) }).toEqual({ seed, broken: [] });
  }, 600_000);

  it('[H10] seed 1383: a coil that stalled after its drop was seen left a package for the next person', () => {
    expect(brokenOnDay(1383)).toEqual([]);
  });
});
