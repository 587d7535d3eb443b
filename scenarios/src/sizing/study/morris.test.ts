import { expect, it } from 'vitest';
import { morris } from './morris.js';

it('[Z11] elementary effects are those of the model over the whole range of a factor, and interplay shows as their spread', async () => {
  const model = ([a = 0, b = 0, c = 0]: readonly number[]) => 5 - 2 * a + 3 * b * c;
  const points: (readonly number[])[] = [];
  const effects = await morris({
    factors: ['a', 'b', 'c', 'none'],
    seed: 3,
    trajectories: 12,
    at: (asked) => {
      points.push(...asked);
      return Promise.resolve(asked.map(model));
    },
  });
  const of = (factor: string) => effects.find((one) => one.factor === factor);
  expect(of('a')?.meanAbsolute).toBeCloseTo(2, 12);
  expect(of('a')?.deviation).toBeCloseTo(0, 12);
  expect(of('none')).toEqual({ factor: 'none', meanAbsolute: 0, deviation: 0 });
  // 3 × the other's level, which is 0, 1/3, 2/3 or 1: 1.5 on average, with a deviation of 1.1.
  expect(of('b')?.meanAbsolute).toBeGreaterThan(0.8);
  expect(of('b')?.meanAbsolute).toBeLessThan(2.2);
  expect(of('c')?.deviation).toBeGreaterThan(0.5);
  expect(effects.at(-1)?.factor).toBe('none');
  // Five points a trajectory, and every level of every factor about equally often.
  expect(points).toHaveLength(60);
  for (const level of [0, 1, 2, 3]) {
    expect(points.filter((point) => Math.round((point[0] ?? 0) * 3) === level).length).toBeGreaterThan(5);
  }
});
