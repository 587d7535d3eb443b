import { expect, it } from 'vitest';
import { studyCoverage } from '../study/studyCoverage.js';
import { coverage } from './coverage.js';
import { knownTruth } from './knownTruth.js';

it('[Z13] 95 % intervals hold a truth that arithmetic gives about as often as they say, at every fidelity', () => {
  for (const fidelity of ['machines', 'failures'] as const) {
    for (const { held, mean, truth } of coverage(knownTruth(fidelity), 100, 15, 5)) {
      // 95 of 100, with a standard deviation of 2.2; intervals twice as wide would hold all.
      expect(held).toBeGreaterThan(86);
      expect(held).toBeLessThan(100);
      expect(mean / truth).toBeCloseTo(1, 1.5);
    }
  }
}, 120_000);

it('[Z13][Z14] so do the intervals of studies that stop by themselves, and that of the number of machines', async () => {
  const [eight, nine, number] = await studyCoverage(80, 0.06, 100);
  for (const row of [eight, nine]) {
    // 95 of 100, with a standard deviation of 2.4.
    expect((row?.held ?? 0) / 80).toBeGreaterThan(0.86);
    expect(Math.abs((row?.mean ?? 0) - (row?.truth ?? 1))).toBeLessThan(0.015);
  }
  expect(number?.held).toBeGreaterThanOrEqual(78);
  expect(number?.mean).toBeCloseTo(9, 0);
}, 120_000);
