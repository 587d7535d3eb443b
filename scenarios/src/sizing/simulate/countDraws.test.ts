import { expect, it } from 'vitest';
import { manyCount, rareCount } from './countDraws.js';
import { keyedDraw } from './keyedDraw.js';

const DRAWS = 40_000;

function momentsOf(draw: (word: number) => number) {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < DRAWS; i++) {
    const count = draw(keyedDraw(11, 12, i));
    sum += count;
    squares += count * count;
  }
  const mean = sum / DRAWS;
  return { mean, variance: squares / DRAWS - mean * mean };
}

it('[Z10] counts have the mean and the variance asked for, few or many', () => {
  for (const mean of [0.01, 0.7, 3, 11.9, 12.1, 50]) {
    const rare = momentsOf((word) => rareCount(mean, word));
    expect(Math.abs(rare.mean - mean)).toBeLessThan(4 * Math.sqrt(mean / DRAWS));
    expect(rare.variance / mean).toBeCloseTo(1, 1);
  }
  const many = momentsOf((word) => manyCount(400.3, 60, word));
  expect(Math.abs(many.mean - 400.3)).toBeLessThan(4 * Math.sqrt(60 / DRAWS));
  expect(many.variance / 60).toBeCloseTo(1, 1);
  expect([rareCount(0, 5), manyCount(0, 0, 4_294_967_295)]).toEqual([0, 0]);
});
