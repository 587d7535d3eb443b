import { expect, it } from 'vitest';
import { coverage } from './coverage.js';
import { knownTruth } from './knownTruth.js';

it('[Z13] 95 % intervals hold a truth that arithmetic gives about as often as they say, at every fidelity', () => {
  for (const fidelity of ['machines', 'failures'] as const) {
    for (const { held, studies, mean, truth } of coverage(knownTruth(fidelity), 100, 15, 5)) {
      // 95 of 100, with a standard deviation of 2.2.
      expect(held / studies).toBeGreaterThan(0.86);
      expect(mean / truth).toBeCloseTo(1, 1.5);
    }
  }
}, 120_000);
