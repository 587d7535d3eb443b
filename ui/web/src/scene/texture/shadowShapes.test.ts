import { describe, expect, it } from 'vitest';
import { CABINET } from '../CABINET.js';
import { floorShadow, hull, KEY_LIGHT, lightDirections, WALL_Z, wallShadow } from './shadowShapes.js';

describe('shadowShapes', () => {
  it('wraps points without those inside', () => {
    const square = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
    ].map(([x, y]) => ({ x: x!, y: y! }));
    expect(new Set(hull([...square, { x: 2, y: 2 }, { x: 1, y: 3 }]))).toEqual(new Set(square));
  });

  it('falls to the right, away from a light at the upper left, and starts beside the cabinet', () => {
    const wall = wallShadow(KEY_LIGHT);
    expect(Math.max(...wall.map((one) => one.x))).toBeGreaterThan(CABINET.width / 2 + 300);
    expect(Math.max(...wall.map((one) => one.y))).toBeLessThan(CABINET.height);
    const floor = floorShadow(KEY_LIGHT);
    expect(Math.min(...floor.map((one) => one.y))).toBeLessThan(WALL_Z);
    expect(Math.max(...floor.map((one) => one.y))).toBeCloseTo(CABINET.depth / 2, 6);
  });

  it('spreads the light about the key, the same way every time', () => {
    const lights = lightDirections(51);
    expect(lights).toEqual(lightDirections(51));
    const mean = lights.reduce((sum, one) => sum + one[0], 0) / lights.length;
    expect(mean).toBeCloseTo(KEY_LIGHT[0], 1);
  });
});
