import { BufferAttribute, BufferGeometry, type Color, Vector3 } from 'three';
import type { Triple } from './blocksGeometry.js';

/** A flat panel from a corner along two sides, its colours laid down point by point: light that never moves is painted. */
export interface Panel {
  readonly corner: Triple;
  readonly along: Triple;
  readonly up: Triple;
  readonly steps: readonly [number, number];
  /** The colour at shares 0..1 along both sides. */
  readonly colorAt: (along: number, up: number) => Color;
}

/** Panels as one geometry. A panel faces the side from which `along` then `up` turn anticlockwise. */
export function panelsGeometry(panels: readonly Panel[]): BufferGeometry {
  const positions: number[] = [];
  const normals: number[] = [];
  const colors: number[] = [];
  for (const panel of panels) {
    const [corner, along, up] = [panel.corner, panel.along, panel.up].map((one) => new Vector3(...one)) as [
      Vector3,
      Vector3,
      Vector3,
    ];
    const normal = along.clone().cross(up).normalize();
    const add = (a: number, b: number) => {
      const at = corner.clone().addScaledVector(along, a).addScaledVector(up, b);
      const color = panel.colorAt(a, b);
      positions.push(at.x, at.y, at.z);
      normals.push(normal.x, normal.y, normal.z);
      colors.push(color.r, color.g, color.b);
    };
    const [na, nb] = panel.steps;
    for (let i = 0; i < na; i += 1) {
      for (let j = 0; j < nb; j += 1) {
        const [a0, a1, b0, b1] = [i / na, (i + 1) / na, j / nb, (j + 1) / nb];
        for (const [a, b] of [
          [a0, b0],
          [a1, b0],
          [a1, b1],
          [a0, b0],
          [a1, b1],
          [a0, b1],
        ] as const)
          add(a, b);
      }
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute('normal', new BufferAttribute(new Float32Array(normals), 3));
  geometry.setAttribute('color', new BufferAttribute(new Float32Array(colors), 3));
  return geometry;
}
