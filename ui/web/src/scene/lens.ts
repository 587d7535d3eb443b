import type { ViewCamera } from './ViewCamera.js';

export interface Point3 {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** A rectangle on the canvas, CSS pixels from its top left. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface CanvasSize {
  readonly width: number;
  readonly height: number;
}

/** A camera fitted to a canvas: `pixels` per tangent unit, and the pixel at which straight ahead lies. */
export interface Lens {
  readonly camera: ViewCamera;
  readonly size: CanvasSize;
  readonly pixels: number;
  readonly aheadX: number;
  readonly aheadY: number;
}

/** Fits what the camera must show into the frame, whole, and centred in it. */
export function lensFor(camera: ViewCamera, size: CanvasSize, frame: Frame): Lens {
  const pixels = Math.min(frame.width / camera.spanTanX, frame.height / camera.spanTanY);
  return {
    camera,
    size,
    pixels,
    aheadX: frame.left + frame.width / 2 - camera.centreTanX * pixels,
    aheadY: frame.top + frame.height / 2 + camera.centreTanY * pixels,
  };
}

/** The point in the eye's own axes: to the right, up, and ahead. */
export function seenFrom(camera: ViewCamera, point: Point3): { right: number; up: number; ahead: number } {
  const yaw = (camera.yawDeg * Math.PI) / 180;
  const [sin, cos] = [Math.sin(yaw), Math.cos(yaw)];
  const [dx, dy, dz] = [point.x - camera.x, point.y - camera.y, point.z - camera.z];
  return { right: dx * cos - dz * sin, up: dy, ahead: -dx * sin - dz * cos };
}

/** Where a point appears on the canvas, CSS pixels; `null` when it is behind the eye. */
export function project(lens: Lens, point: Point3): { x: number; y: number } | null {
  const { right, up, ahead } = seenFrom(lens.camera, point);
  if (ahead <= 1) return null;
  return { x: lens.aheadX + (right / ahead) * lens.pixels, y: lens.aheadY - (up / ahead) * lens.pixels };
}

/** How many pixels one millimetre is at a point. */
export function pixelsPerMm(lens: Lens, point: Point3): number {
  return lens.pixels / Math.max(1, seenFrom(lens.camera, point).ahead);
}

/** The same lens as a projection matrix for a graphics card, row by row, depths in millimetres. */
export function projectionRows(lens: Lens, near: number, far: number): readonly (readonly [number, number, number, number])[] {
  const { width, height } = lens.size;
  const scaleX = (2 * lens.pixels) / width;
  const scaleY = (2 * lens.pixels) / height;
  const shiftX = (2 * lens.aheadX) / width - 1;
  const shiftY = 1 - (2 * lens.aheadY) / height;
  return [
    [scaleX, 0, -shiftX, 0],
    [0, scaleY, -shiftY, 0],
    [0, 0, -(far + near) / (far - near), (-2 * far * near) / (far - near)],
    [0, 0, -1, 0],
  ];
}
