import { describe, expect, it } from 'vitest';
import { curveDistance } from './curveDistance.js';
import { fitNormal } from './fitNormal.js';

const even = (minutes: number) => minutes / 10;

describe('curveDistance', () => {
  it('is that of Kolmogorov and Smirnov where all have ended', () => {
    // Steps to 1/2 at 2 and to 1 at 4, against 0.2 and 0.4: the last step is 0.6 too high.
    expect(curveDistance({ ended: [4, 2], longerThan: [] }, even)).toBeCloseTo(0.6, 12);
  });

  it('lets each end take its share of those that are still waited for', () => {
    // Of four, one ends at 2; one is lost sight of at 3; of the two left one ends at 4, the other at 9: 1/4, 5/8, 1.
    const sample = { ended: [2, 4, 9], longerThan: [3] };
    expect(curveDistance(sample, even)).toBeCloseTo(0.9 - 0.625, 12);
    expect(curveDistance(sample, (minutes) => (minutes === 9 ? 1 : 0))).toBeCloseTo(0.625, 12);
  });
});

describe('fitNormal', () => {
  it('is mean and spread where all are known', () => {
    expect(fitNormal({ ended: [1, 2, 3, 6], longerThan: [] })).toEqual({ mu: 3, sigma: Math.sqrt(3.5) });
  });

  it('stands where the likelihood is flat, with values that are only known to be larger', () => {
    const sample = { ended: [1, 2, 3, 4, 5], longerThan: [3.5, 6] };
    const { mu, sigma } = fitNormal(sample);
    // Figures found beforehand by a search of the likelihood itself.
    expect([mu, sigma].map((value) => Math.round(value * 1000) / 1000)).toEqual([3.898, 2.004]);
  });
});
