import { CABINET } from '../CABINET.js';
import type { Triple } from '../geometry/blocksGeometry.js';

/** Towards the key light, unnormalised: upper left, from before the cabinet. */
export const KEY_LIGHT: Triple = [-0.75, 1.8, 1];

export const WALL_Z = -CABINET.depth / 2 - CABINET.wallGap;

export interface Point2 {
  readonly x: number;
  readonly y: number;
}

/** Directions across the window that the light comes from: many sharp shadows make one soft one. */
export function lightDirections(count: number): readonly Triple[] {
  return Array.from({ length: count }, (_, index) => {
    const radius = Math.sqrt((index + 0.5) / count);
    const angle = index * 2.399963;
    return [KEY_LIGHT[0] + 0.13 * radius * Math.cos(angle), KEY_LIGHT[1] + 0.2 * radius * Math.sin(angle), KEY_LIGHT[2]];
  });
}

/** The cabinet's shadow on the wall, x and y in the wall's own millimetres. */
export function wallShadow(light: Triple): readonly Point2[] {
  return hull(
    corners(CABINET.plinth).map(([x, y, z]) => {
      const way = (z - WALL_Z) / light[2];
      return { x: x - light[0] * way, y: y - light[1] * way };
    }),
  );
}

/** The cabinet's shadow on the floor, x and z. */
export function floorShadow(light: Triple): readonly Point2[] {
  return hull(corners(0).map(([x, y, z]) => ({ x: x - (light[0] * y) / light[1], y: z - (light[2] * y) / light[1] })));
}

function corners(bottom: number): readonly Triple[] {
  const { width, depth, height } = CABINET;
  return [-width / 2, width / 2].flatMap((x) =>
    [bottom, height].flatMap((y) => [-depth / 2, depth / 2].map((z): Triple => [x, y, z])),
  );
}

/** The convex hull, anticlockwise (Andrew's monotone chain). */
export function hull(points: readonly Point2[]): readonly Point2[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (ordered: readonly Point2[]) => {
    const chain: Point2[] = [];
    for (const point of ordered) {
      while (chain.length > 1 && turn(chain[chain.length - 2]!, chain[chain.length - 1]!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half([...sorted].reverse())];
}

function turn(a: Point2, b: Point2, c: Point2): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
