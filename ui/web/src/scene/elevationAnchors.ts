import type { MachinePose } from '../pose/MachinePose.js';
import { type Anchors, anchorPoints } from './anchorsOf.js';

/** Heights grow downwards in a drawing. */
export function elevationY(y: number): number {
  return -y;
}

/** The named places as the front elevation has them, millimetres; what stands behind the works' wall is not seen from here. */
export function elevationAnchors(pose: MachinePose): Anchors {
  const hidden = new Set(['controller', 'power']);
  return Object.fromEntries(
    Object.entries(anchorPoints(pose)).flatMap(([name, point]) =>
      hidden.has(name) ? [] : [[name, { x: point.x, y: elevationY(point.y), radius: 74 }]],
    ),
  );
}
