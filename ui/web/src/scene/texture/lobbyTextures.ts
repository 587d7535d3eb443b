import type { CanvasTexture } from 'three';
import { CABINET } from '../CABINET.js';
import type { ScenePalette } from '../scenePalette.js';
import { canvasTexture } from './canvasTexture.js';
import { floorShadow, lightDirections, type Point2, WALL_Z, wallShadow } from './shadowShapes.js';

/** The piece of a surface that its texture covers, millimetres; beyond it the texture's edge goes on. */
export interface Region {
  readonly left: number;
  readonly low: number;
  readonly width: number;
  readonly height: number;
}

export const WALL_REGION: Region = { left: -5200, low: 0, width: 8400, height: 4200 };
/** Depth runs towards the viewer, from the wall. */
export const FLOOR_REGION: Region = { left: -4000, low: WALL_Z, width: 8000, height: 8000 };

/** 51 lights of 5 levels each fill the 255 levels of a shade exactly. */
const LIGHTS = 51;

type Place = (point: Point2) => readonly [number, number];

export function wallTexture(palette: ScenePalette): CanvasTexture {
  const [width, height] = [1280, 640];
  const place: Place = ({ x, y }) => [
    ((x - WALL_REGION.left) / WALL_REGION.width) * width,
    height - (y / WALL_REGION.height) * height,
  ];
  return canvasTexture(width, height, (pen) => {
    const fall = pen.createLinearGradient(0, 0, 0, height);
    fall.addColorStop(0, palette.wall);
    fall.addColorStop(1, palette.wallFar);
    pen.fillStyle = fall;
    pen.fillRect(0, 0, width, height);
    layer(pen, palette.patchStrength, palette.patch, (mask) => windowPatch(mask, place));
    layer(pen, palette.wallShadow, palette.shadow, (mask) => softShape(mask, lightDirections(LIGHTS).map(wallShadow), place));
  });
}

export function floorTexture(palette: ScenePalette): CanvasTexture {
  const size = 1024;
  const place: Place = ({ x, y }) => [
    ((x - FLOOR_REGION.left) / FLOOR_REGION.width) * size,
    ((y - FLOOR_REGION.low) / FLOOR_REGION.height) * size,
  ];
  return canvasTexture(size, size, (pen) => {
    pen.fillStyle = palette.floorFar;
    pen.fillRect(0, 0, size, size);
    const [x, y] = place({ x: 250, y: 900 });
    const pool = pen.createRadialGradient(x, y, 0, x, y, size * 0.36);
    pool.addColorStop(0, palette.floor);
    pool.addColorStop(0.4, palette.floor);
    pool.addColorStop(1, `${palette.floor}00`);
    pen.fillStyle = pool;
    pen.fillRect(0, 0, size, size);
    joints(pen, palette, place);
    layer(pen, palette.floorShadow, palette.shadow, (mask) => softShape(mask, lightDirections(LIGHTS).map(floorShadow), place));
    layer(pen, palette.contact, '#1d150c', (mask) => contact(mask, place));
  });
}

/** Lays a colour over the picture where the mask is opaque. */
function layer(
  pen: CanvasRenderingContext2D,
  strength: number,
  color: string,
  draw: (mask: CanvasRenderingContext2D) => void,
): void {
  const canvas = document.createElement('canvas');
  canvas.width = pen.canvas.width;
  canvas.height = pen.canvas.height;
  const mask = canvas.getContext('2d');
  if (mask === null) return;
  draw(mask);
  mask.globalAlpha = 1;
  mask.globalCompositeOperation = 'source-in';
  mask.fillStyle = color;
  mask.fillRect(0, 0, canvas.width, canvas.height);
  pen.globalAlpha = strength;
  pen.drawImage(canvas, 0, 0);
  pen.globalAlpha = 1;
}

function softShape(mask: CanvasRenderingContext2D, shapes: readonly (readonly Point2[])[], place: Place): void {
  mask.globalCompositeOperation = 'lighter';
  mask.globalAlpha = 1 / shapes.length;
  mask.fillStyle = '#ffffff';
  for (const shape of shapes) {
    mask.beginPath();
    for (const point of shape) mask.lineTo(...place(point));
    mask.fill();
  }
}

/** Six panes of afternoon light, leaning, softer the further down they reach. */
function windowPatch(mask: CanvasRenderingContext2D, place: Place): void {
  const lean = 0.2;
  const pane = (column: number, row: number, grow: number): readonly Point2[] => {
    const [left, top] = [-3150 + column * 810, 2760 - row * 900];
    const corner = (dx: number, dy: number) => {
      const y = top - dy;
      return { x: left + dx + (y - 2000) * lean, y: y + (left + dx + 2000) * 0.045 };
    };
    const [w, h] = [740 + grow, 820 + grow];
    return [corner(-grow, -grow), corner(w, -grow), corner(w, h), corner(-grow, h)];
  };
  const grows = Array.from({ length: LIGHTS }, (_, index) => -64 + (index / (LIGHTS - 1)) * 120);
  for (const row of [0, 1]) {
    for (const column of [0, 1, 2])
      softShape(
        mask,
        grows.map((grow) => pane(column, row, grow)),
        place,
      );
  }
  mask.globalCompositeOperation = 'destination-out';
  mask.globalAlpha = 1;
  const fade = mask.createLinearGradient(0, place({ x: 0, y: 1900 })[1], 0, place({ x: 0, y: 900 })[1]);
  fade.addColorStop(0, 'rgba(0,0,0,0)');
  fade.addColorStop(1, 'rgba(0,0,0,0.45)');
  mask.fillStyle = fade;
  mask.fillRect(0, 0, mask.canvas.width, mask.canvas.height);
}

/** Wide slabs, hardly seen. */
function joints(pen: CanvasRenderingContext2D, palette: ScenePalette, place: Place): void {
  pen.strokeStyle = palette.joint;
  pen.globalAlpha = 0.2;
  pen.lineWidth = 0.8;
  pen.beginPath();
  for (let x = FLOOR_REGION.left + 300; x < FLOOR_REGION.left + FLOOR_REGION.width; x += 1450) {
    pen.moveTo(...place({ x, y: FLOOR_REGION.low }));
    pen.lineTo(...place({ x, y: FLOOR_REGION.low + FLOOR_REGION.height }));
  }
  for (let y = FLOOR_REGION.low + 1180; y < FLOOR_REGION.low + FLOOR_REGION.height; y += 1450) {
    pen.moveTo(...place({ x: FLOOR_REGION.left, y }));
    pen.lineTo(...place({ x: FLOOR_REGION.left + FLOOR_REGION.width, y }));
  }
  pen.stroke();
  pen.globalAlpha = 1;
}

/** Where the cabinet keeps the sky off the floor: dark at its foot, gone within a forearm. */
function contact(mask: CanvasRenderingContext2D, place: Place): void {
  const shapes = Array.from({ length: LIGHTS }, (_, index): readonly Point2[] => {
    const grow = -40 + 330 * (index / (LIGHTS - 1)) ** 2.2;
    const [x, z] = [CABINET.width / 2 - 30 + grow, CABINET.depth / 2 - 30 + grow];
    const cut = Math.max(0, grow) * 0.6 + 4;
    return [
      { x: -x + cut, y: -z },
      { x: x - cut, y: -z },
      { x, y: -z + cut },
      { x, y: z - cut },
      { x: x - cut, y: z },
      { x: -x + cut, y: z },
      { x: -x, y: z - cut },
      { x: -x, y: -z + cut },
    ];
  });
  softShape(mask, shapes, place);
}
