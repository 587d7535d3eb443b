import { describe, expect, it } from 'vitest';
import type { BenchEntry } from './BenchEntry.js';
import { sayEntry } from './sayEntry.js';

const turning: BenchEntry = {
  t_us: 0,
  level: 1,
  source: 'harbour-house-1/cartridge-19',
  kind: 'state',
  payload: { is: 'halfTurn.leaving', on: 'after dropWindowMs', 'counter.tries': 1 },
};

describe('sayEntry', () => {
  it('tells a half turn with how many this scenario allows', () => {
    expect(sayEntry(turning, String, 2)).toBe('half turn 1 of 2');
    expect(sayEntry(turning, String, 3)).toBe('half turn 1 of 3');
  });

  it.each([
    [{ name: 'vend', order: 3, cartridge: 19 }, 'vend 3, cartridge 19'],
    [{ name: 'unlock', order: 3 }, 'unlock, order 3'],
    [{ name: 'clear', cartridge: 19 }, 'clear, cartridge 19'],
  ])('tells the command %o with what it names', (payload, words) => {
    expect(sayEntry({ ...turning, level: 2, source: 'harbour-house-1/hinge', kind: 'command', payload }, String, 3)).toBe(words);
  });
});
