import { describe, expect, it } from 'vitest';
import { fuzz } from './fuzz.js';

describe('random charts, many', () => {
  it.each([100, 500])('[E9] tables and XState agree on the charts of 100 seeds from %i on', (from) => {
    const { compared, differences } = fuzz(from, from + 100);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(30);
  });
});
