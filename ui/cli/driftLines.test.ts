import { expect, it } from 'vitest';
import { driftLines } from './driftLines.js';

it('says each drift with its figure, the first few', () => {
  const payload = { order: 1, cartridge: 7, what: 'half-turns', is: 1, model: 0, unit: 'half turns' };
  const entry = { t_us: 0, level: 1, source: 'house-1/shadow', kind: 'drift', payload } as const;
  expect(driftLines([entry, { ...entry, kind: 'state' }])).toEqual([
    'house-1: drift, cartridge 7: it took further half turns, or fewer: 1 half turn, 0 in the model',
  ]);
  expect(driftLines(Array.from({ length: 8 }, () => entry)).at(-1)).toBe('and 2 more drifts, in the record');
});
