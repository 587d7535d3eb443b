import loadHighs from 'highs';
import { expect, it } from 'vitest';
import { machinesOf } from '../Plan.js';
import { exactDesigns } from './exactDesigns.js';
import { kmOf } from './kmOf.js';
import { tinyRegion } from './test/tinyRegion.js';

it('[Z12] plans by optimisation have as many machines as were asked for, and a value that its bound does not pass', async () => {
  const region = tinyRegion();
  const designs = exactDesigns({ highs: await loadHighs(), region, km: kmOf(region), seed: 7 })(12);
  expect(designs.map(({ method }) => method.split(',')[0])).toEqual([
    'p-median',
    'maximal covering',
    'capacitated p-median over 4 futures',
  ]);
  for (const { plan, value, bound, isOptimal } of designs) {
    expect(machinesOf(plan)).toBe(12);
    expect(bound).toBeLessThanOrEqual(value);
    expect(isOptimal).toBe(value - (bound ?? 0) <= 1e-6 * value);
  }
  // Nobody is near an open site where none of 12 opens: 240 people, each with a chance of 0.2 to the power of 12.
  expect(designs[1]?.value).toBeCloseTo(240 * 0.2 ** 12, 12);
});
