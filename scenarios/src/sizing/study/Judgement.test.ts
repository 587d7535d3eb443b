import { expect, it } from 'vitest';
import type { Totals } from '../simulate/Totals.js';
import { judge, worthOf } from './Judgement.js';
import { tinyRegion } from './test/tinyRegion.js';

const TOTALS = {
  people: 200,
  reached: 150,
  due: 10_000,
  came: 8_000,
  served: 7_000,
  travelled_m: 40_000_000,
  cost: 5_000,
  staff_min: 6_000,
};

const judged = (targets: Parameters<typeof tinyRegion>[0], totals: Partial<Totals> = {}) =>
  judge(tinyRegion(targets), { ...TOTALS, ...totals } as Totals);

it('[Z14] a future misses the targets below which it stays, and its margin is that of the worst', () => {
  // 70 of 100 due doses got, 75 of 100 people reached, 5 km on average.
  const held = judged({ targets: { served: 0.69, reached: 0.7, meanKm: 5.5, confidence: 0.8 } });
  expect(held.missed).toEqual([]);
  expect(held.margin).toBeCloseTo(0.01, 12);
  const missed = judged({ targets: { served: 0.71, reached: 0.75, meanKm: 4, confidence: 0.8 } });
  expect(missed.missed).toEqual(['served', 'meanKm']);
  // 5 km where 4 were asked for: a quarter too far.
  expect(missed.margin).toBeCloseTo(-0.25, 12);
  expect(judged({}, { due: 0, served: 0, people: 0, reached: 0 })).toMatchObject({ served: 0, reached: 0 });
});

it('[Z14] cost and staff time are those of a year, and doses of everybody those that the region would be due', () => {
  // Of 100 days.
  const { costPerYear, staffHoursPerYear, servedOfAll } = judged({});
  expect([costPerYear, staffHoursPerYear]).toEqual([18_250, 365]);
  expect(servedOfAll).toBe(7_000 / (200 * 100));
});

it('[Z13] beyond a little, a margin makes a plan neither better nor worse', () => {
  const worth = (margin: number) => worthOf({ margin } as ReturnType<typeof judge>);
  expect([-0.4, -0.05, -0.01, 0.01, 0.02, 0.3].map(worth)).toEqual([-0.05, -0.05, -0.01, 0.01, 0.02, 0.02]);
});
