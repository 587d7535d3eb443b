import { Matrix4, Vector4 } from 'three';
import { describe, expect, it } from 'vitest';
import { CABINET } from './CABINET.js';
import { clearOf, FRAME_SHARES, frameFor, type SceneLayout, spreadFrame } from './frameFor.js';
import { type Lens, lensFor, type Point3, project, projectionRows } from './lens.js';
import { mixCameras } from './mixCameras.js';
import type { ViewName } from './ViewCamera.js';
import { viewCameraFor } from './viewCameraFor.js';

const size = { width: 1440, height: 700 };
const front = lensFor(viewCameraFor('front', null), size, frameFor('bench', size));

const corners: readonly Point3[] = [-1, 1].flatMap((x) =>
  [0, CABINET.height].flatMap((y) => [-1, 1].map((z) => ({ x: (x * CABINET.width) / 2, y, z: (z * CABINET.depth) / 2 }))),
);

/** What a graphics card would make of a point. */
function byMatrix(lens: Lens, point: Point3): { x: number; y: number; depth: number } {
  const rows = projectionRows(lens, 200, 30000);
  const projection = new Matrix4().set(...rows[0]!, ...rows[1]!, ...rows[2]!, ...rows[3]!);
  const { x, y, z, yawDeg } = lens.camera;
  const view = new Matrix4()
    .makeRotationY((yawDeg * Math.PI) / 180)
    .setPosition(x, y, z)
    .invert();
  const at = new Vector4(point.x, point.y, point.z, 1).applyMatrix4(view).applyMatrix4(projection);
  return {
    x: ((at.x / at.w + 1) / 2) * lens.size.width,
    y: ((1 - at.y / at.w) / 2) * lens.size.height,
    depth: at.z / at.w,
  };
}

describe('lens', () => {
  it.each(['front', 'cartridge', 'chute', 'door'] as const)('puts words where the card puts points: %s', (view: ViewName) => {
    const lens = lensFor(viewCameraFor(view, 19), size, spreadFrame(frameFor('bench', size), size));
    for (const point of corners) {
      const [words, card] = [project(lens, point), byMatrix(lens, point)];
      if (words === null) continue;
      expect(words.x).toBeCloseTo(card.x, 6);
      expect(words.y).toBeCloseTo(card.y, 6);
      expect(Math.abs(card.depth)).toBeLessThan(1);
    }
  });

  it('keeps uprights upright: the lens is shifted, never tilted', () => {
    for (const [x, z] of [
      [-530, 415],
      [530, 415],
      [530, -415],
    ] as const) {
      const [foot, head] = [project(front, { x, y: 0, z })!, project(front, { x, y: CABINET.height, z })!];
      expect(foot.x).toBeCloseTo(head.x, 9);
    }
  });

  it.each(Object.keys(FRAME_SHARES) as SceneLayout[])('holds the whole cabinet in its frame: %s', (layout: SceneLayout) => {
    const canvas = layout === 'phone' ? { width: 390, height: 440 } : size;
    const frame = frameFor(layout, canvas);
    const lens = lensFor(viewCameraFor('front', null), canvas, frame);
    for (const point of corners) {
      const at = project(lens, point)!;
      expect(at.x).toBeGreaterThan(frame.left - 0.01);
      expect(at.x).toBeLessThan(frame.left + frame.width + 0.01);
      expect(at.y).toBeGreaterThan(frame.top - 0.01);
      expect(at.y).toBeLessThan(frame.top + frame.height + 0.01);
    }
  });

  it.each([1181, 1280, 1360, 1361, 1439])('leaves the columns of the bench and the words their place at %i', (width: number) => {
    const canvas = { width, height: 560 };
    const [frame, clear] = [frameFor('bench', canvas), clearOf('bench', canvas)];
    expect(frame.width).toBeGreaterThan(200);
    expect(frame.left - clear.left).toBeGreaterThanOrEqual(160);
    expect(clear.right - (frame.left + frame.width)).toBeGreaterThanOrEqual(100);
  });

  it('shows the front and the right flank, the flank to the right', () => {
    const [left, corner, back] = [-530, 530, 530].map((x, index) => project(front, { x, y: 1000, z: index === 2 ? -415 : 415 })!);
    expect(left!.x).toBeLessThan(corner!.x);
    expect(corner!.x).toBeLessThan(back!.x);
  });

  it('sees nothing behind the eye', () => {
    const { x, y, z } = front.camera;
    expect(project(front, { x: x * 1.2, y, z: z * 1.2 })).toBeNull();
  });

  it('spreads a closer view beyond the cabinet, and never off the canvas', () => {
    const small = { width: 390, height: 440 };
    const frame = spreadFrame(frameFor('phone', small), small);
    expect(frame.left).toBeGreaterThanOrEqual(0);
    expect(frame.left + frame.width).toBeLessThanOrEqual(390.001);
    expect(frame.width).toBeGreaterThan(frameFor('phone', small).width);
  });
});

describe('mixCameras', () => {
  const [from, to] = [viewCameraFor('front', null), viewCameraFor('cartridge', 19)];

  it('begins and ends exactly where it should', () => {
    expect(mixCameras(from, to, 0)).toBe(from);
    expect(mixCameras(from, to, 1)).toBe(to);
  });

  it('comes nearer all the way', () => {
    let before = Number.POSITIVE_INFINITY;
    for (let share = 0; share <= 1; share += 0.1) {
      const { spanTanY, z } = mixCameras(from, to, share);
      expect(spanTanY * z).toBeLessThan(before);
      before = spanTanY * z;
    }
  });
});
