import { describe, expect, it } from 'vitest';
import { ticksUpTo } from './curveScale.js';

describe('the steps of a scale', () => {
  it('are those that people count by', () => {
    expect(ticksUpTo(1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(ticksUpTo(33, 6)).toEqual([0, 10, 20, 30]);
    expect(ticksUpTo(1_700_000, 4)).toEqual([0, 500_000, 1_000_000, 1_500_000]);
    expect(ticksUpTo(0, 4)).toEqual([0]);
  });
});
