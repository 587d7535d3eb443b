import { describe, expect, it } from 'vitest';
import { summarise } from './summarise.js';

describe('summarise', () => {
  it('gives median, least and most', () => {
    expect(summarise([{ value: 3 }, { value: 10 }, { value: 1 }])).toEqual({ median: 3, min: 1, max: 10 });
    expect(summarise([{ value: 4 }, { value: 1 }, { value: 2 }, { value: 9 }]).median).toBe(3);
  });
  it('takes the ratio within each round', () => {
    const rounds = [
      { value: 10, reference: 5, referenceName: 'SimPy' },
      { value: 100, reference: 50, referenceName: 'SimPy' },
      { value: 30, reference: 10, referenceName: 'SimPy' },
    ];
    expect(summarise(rounds).reference).toEqual({ name: 'SimPy', median: 10, ratio: 2 });
  });
});
