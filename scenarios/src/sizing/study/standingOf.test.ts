import { expect, it } from 'vitest';
import type { JudgedPlan } from './Study.js';
import { standingOf } from './standingOf.js';

const plan = (machines: number, share: number, low: number, high: number) =>
  ({ machines, share, interval: [low, high] }) as unknown as JudgedPlan;

it('[Z14] the answer is the least that holds often enough; its interval goes from the least that may to the least that surely does', () => {
  const plans = [plan(4, 0.5, 0.4, 0.6), plan(6, 0.75, 0.7, 0.8), plan(8, 0.82, 0.78, 0.87), plan(9, 0.9, 0.86, 0.94)];
  expect(standingOf(plans, 0.8)).toEqual({ machines: 8, interval: [6, 9], vague: [6, 8] });
  expect(standingOf(plans, 0.81)).toEqual({ machines: 8, interval: [8, 9], vague: [8] });
  expect(standingOf(plans, 0.88)).toEqual({ machines: 9, interval: [9, null], vague: [9] });
  expect(standingOf(plans, 0.95)).toEqual({ machines: null, interval: [10, null], vague: [] });
});
