import type { BufferGeometry } from 'three';
import { describe, expect, it } from 'vitest';
import { CABINET } from '../CABINET.js';
import { ghostPlaces } from '../ghostPlaces.js';
import { boltPlaces } from './cabinetGeometry.js';
import { sceneGeometry } from './sceneGeometry.js';

/** The page's promise, shadows and the lobby's ten planes included. */
const MOST_TRIANGLES = 120_000;
const PLANES = 40;

function triangles(geometry: BufferGeometry): number {
  return (geometry.index?.count ?? geometry.getAttribute('position').count) / 3;
}

describe('sceneGeometry', () => {
  const shapes = sceneGeometry();
  const { cabinetEdges, doorEdges, coil, bolt, package: box, ghost, ghostBars, hungRim, hungRimNear, ...once } = shapes;

  it('keeps within 120,000 triangles with 48 full cartridges, a jam in every one, a palm and a shadow', () => {
    const copies = [
      [coil, 48],
      [box, 48 * 14 + 30 + 48],
      [bolt, boltPlaces().length],
      [ghost, ghostPlaces(1).length],
      [ghostBars, ghostPlaces(1).length],
      [hungRim, 48],
    ] as const;
    const instanced = copies.reduce((sum, [shape, count]) => sum + triangles(shape) * count, 0);
    const single = Object.values(once).reduce((sum, shape) => sum + triangles(shape), 0);
    // Shadows draw once more what casts them: the shelves, or the door with what it carries, and a palm.
    const cast = [shapes.shelves, shapes.door, shapes.reader, shapes.doorBright, shapes.hand].reduce(
      (sum, shape) => sum + triangles(shape),
      0,
    );
    expect(instanced + single + cast + PLANES * 2).toBeLessThan(MOST_TRIANGLES);
    expect(instanced).toBeGreaterThan(80_000);
  });

  it('turns every face of the steel outwards and has no broken number', () => {
    for (const [name, shape] of Object.entries(shapes)) {
      for (const value of shape.getAttribute('position').array) {
        if (!Number.isFinite(value)) throw new Error(`${name} has a corner that is nowhere`);
      }
    }
    expect(volume(shapes.plinth)).toBeCloseTo((CABINET.width - 64) * CABINET.plinth * (CABINET.depth - 56), -2);
    expect(volume(shapes.ghost)).toBeGreaterThan(0.9 * 60 * 74 * 20);
    expect(volume(shapes.package)).toBeGreaterThan(0.8 * 60 * 74 * 20);
    expect(volume(shapes.package)).toBeLessThan(60 * 74 * 20);
  });

  it('gives a coil its measures', () => {
    shapes.coil.computeBoundingBox();
    const { min, max } = shapes.coil.boundingBox!;
    expect(max.x - min.x).toBeGreaterThan(CABINET.coil.diameter - 4);
    expect(max.x - min.x).toBeLessThanOrEqual(CABINET.coil.diameter + 0.01);
    expect(max.z - min.z).toBeGreaterThan((CABINET.coil.turns - 0.1) * CABINET.coil.pitch);
  });
});

/** The signed volume that a closed surface encloses: negative where faces look inwards. */
function volume(geometry: BufferGeometry): number {
  const p = geometry.getAttribute('position').array;
  let six = 0;
  for (let i = 0; i + 8 < p.length; i += 9) {
    const [ax, ay, az, bx, by, bz, cx, cy, cz] = p.slice(i, i + 9) as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    six += ax * (by * cz - bz * cy) - ay * (bx * cz - bz * cx) + az * (bx * cy - by * cx);
  }
  return six / 6;
}
