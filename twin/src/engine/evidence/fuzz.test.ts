import { describe, expect, it } from 'vitest';
import { fuzz } from './fuzz.js';

describe('random charts', () => {
  it('[E9] tables and XState agree on the charts of 10 seeds', () => {
    const { compared, differences } = fuzz(0, 10);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(2);
  });
});
