import { expect, it } from 'vitest';
import { leaderOf } from './leaderOf.js';

const site = (name: string, x: number, y: number, words: readonly [number, number]) => {
  return { site: name, x, y, words: { x: words[0], y: words[1], width: 80, height: 30 } };
};

it('leads from a point to its words only where they lie as near to another point', () => {
  const alone = site('lake', 500, 0, [515, -12]);
  const mill = site('mill', 100, 100, [0, 115]);
  const gold = site('gold', 95, 150, [110, 90]);
  expect(leaderOf(alone, [alone, mill, gold])).toBeNull();
  expect(leaderOf(mill, [alone, mill, gold])).toBe('M100 100L80 115');
});
