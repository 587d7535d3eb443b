import type { Point } from './ChartLayout.js';

const ROUND = 6;
const SHORT_OF_TIP = 4;

/** A path with right angles whose corners are a little round. It ends short of its last point, where the tip stands. */
export function roundedPath(points: readonly Point[]): string {
  return points
    .map((point, place) => {
      const before = points[place - 1];
      const after = points[place + 1];
      if (before === undefined) return `M${say(point)}`;
      if (after === undefined) return `L${say(toward(point, before, SHORT_OF_TIP))}`;
      return `L${say(toward(point, before, ROUND))}Q${say(point)} ${say(toward(point, after, ROUND))}`;
    })
    .join('');
}

/** The arrow's tip at the end of a path. */
export function tipPath(points: readonly Point[], half: number): string | null {
  const [from, to] = points.slice(-2);
  if (from === undefined || to === undefined) return null;
  const back = toward(to, from, half * 2, false);
  const across = { x: (to.y - back.y) * 0.4, y: (to.x - back.x) * 0.4 };
  return `M${say(to)}L${say({ x: back.x - across.x, y: back.y + across.y })}L${say({ x: back.x + across.x, y: back.y - across.y })}Z`;
}

/** A point `way` before `from` on the way to `to`; at most half of it, unless it may lie beyond. */
function toward(from: Point, to: Point, way: number, halfAtMost = true): Point {
  const length = Math.sqrt((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y));
  const share = length === 0 ? 0 : (halfAtMost ? Math.min(way, length / 2) : way) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** Tenths of a pixel are enough, and keep a file short. */
function say({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
