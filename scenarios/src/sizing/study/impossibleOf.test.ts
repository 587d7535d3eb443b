import { expect, it } from 'vitest';
import { heldBounds } from './heldBounds.js';
import { impossibleOf } from './impossibleOf.js';
import type { JudgedPlan } from './Study.js';
import { tinyRegion } from './test/tinyRegion.js';

const plan = (machines: number, share: number, margin: number, cost = 10_000 * machines) =>
  ({
    ...{ machines, share, missed: { served: 0, reached: 5, meanKm: 0 }, bounds: { served: 0.6, reached: 0.71, meanKm: 4 } },
    bands: { margin: { mean: margin }, costPerYear: { mean: cost } },
  }) as unknown as JudgedPlan;

const STANDING = { interval: [7, null], vague: [] } as const;

it('[Z14] the nearest that is possible is the plan that holds oftenest, of two alike that with more to spare', () => {
  const region = tinyRegion();
  const nearest = (plans: readonly JudgedPlan[]) => impossibleOf(region, [], plans, { ...STANDING, machines: null })?.machines;
  expect(nearest([plan(4, 0.2, -0.1), plan(5, 0.5, -0.02), plan(6, 0.3, 0)])).toBe(5);
  expect(nearest([plan(4, 0, -0.1), plan(5, 0, -0.02), plan(6, 0, -0.3)])).toBe(5);
});

it('[Z14] a budget in dollars or machines that does not reach is told with the most that it does reach', () => {
  const plans = [plan(4, 0.2, 0), plan(5, 0.5, 0), plan(6, 0.9, 0)];
  const told = (budget: ReturnType<typeof tinyRegion>['budget']) =>
    impossibleOf(tinyRegion({ budget }), [], plans, { ...STANDING, machines: 6 });
  expect(told({ costPerYear: 60_000, machines: 6 })).toBeNull();
  expect(told({ machines: 4 })).toMatchObject({
    kind: 'budget',
    machines: 4,
    what: expect.stringContaining('allows 4 machines, and the targets take 6'),
  });
  expect(told({ costPerYear: 55_000 })).toMatchObject({ machines: 5, nearest: expect.stringContaining('in 50 of 100 futures') });
  expect(told({ costPerYear: 1_000 })?.nearest).toBe('No plan that was looked at stays within the budget.');
});

it('[Z14] each target as it could be set lies where the share of futures asked for holds it', () => {
  const tenths = Array.from({ length: 11 }, (_, i) => i / 10);
  expect(heldBounds(0.8, { served: tenths, reached: [...tenths].reverse(), meanKm: tenths.map((one) => 10 * one) })).toEqual({
    served: expect.closeTo(0.2, 12),
    reached: expect.closeTo(0.2, 12),
    meanKm: expect.closeTo(8, 12),
  });
});
