import { type BufferGeometry, Color } from 'three';
import { CABINET } from '../CABINET.js';
import { type Block, blocksGeometry } from './blocksGeometry.js';
import { type Panel, panelsGeometry } from './panelsGeometry.js';

const INNER = { left: -486, right: 486, back: -404, front: 392, bottom: 130, top: 1944 } as const;

/** The inside of the back, the left and the floor, with the light that reaches them painted on. */
export function linerGeometry(): BufferGeometry {
  const { left, right, back, front, bottom, top } = INNER;
  const [width, depth, height] = [right - left, front - back, top - bottom];
  const panels: readonly Panel[] = [
    // The key light comes over the left wall: its shadow leans across the back panel's upper left corner.
    { corner: [left, bottom, back], along: [width, 0, 0], up: [0, height, 0], steps: [40, 40], colorAt: backColor },
    { corner: [left, bottom, front], along: [0, 0, -depth], up: [0, height, 0], steps: [12, 16], colorAt: leftColor },
    { corner: [left, bottom, front], along: [width, 0, 0], up: [0, 0, -depth], steps: [12, 12], colorAt: floorColor },
  ];
  return panelsGeometry(panels);
}

const DEEP = new Color('#6f6a62');
const MIDDLE = new Color('#7d7870');
const LIGHT = new Color('#a39b8e');
const FLOOR = new Color('#a29b90');

function backColor(along: number, up: number): Color {
  const edge = smooth(0.02, 0.3, along - (1 - up) * 0.5 - 0.02);
  const high = smooth(0.45, 1, up);
  return MIDDLE.clone()
    .lerp(LIGHT, edge * high * 0.95)
    .lerp(DEEP, (1 - up) * 0.5);
}

function leftColor(along: number, up: number): Color {
  return MIDDLE.clone()
    .lerp(DEEP, 0.25 + along * 0.35 - up * 0.15)
    .lerp(LIGHT, 0.12 * (1 - along));
}

function floorColor(along: number, up: number): Color {
  return FLOOR.clone().lerp(DEEP, smooth(0.15, 1, up) * 0.75 + (1 - along) * 0.12);
}

function smooth(from: number, to: number, value: number): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return share * share * (3 - 2 * share);
}

/** Six trays with a lip in front and a rail between lanes. */
export function shelvesGeometry(): BufferGeometry {
  const { shelf } = CABINET;
  const width = shelf.columns * shelf.lanePitch;
  const [midX, midZ, depth] = [shelf.left + width / 2, (shelf.front + shelf.back) / 2, shelf.front - shelf.back];
  const rows = Array.from({ length: shelf.rows }, (_, row) => shelf.top - row * shelf.rowPitch);
  const lanes = Array.from({ length: shelf.columns + 1 }, (_, lane) => shelf.left + lane * shelf.lanePitch);
  return blocksGeometry(
    rows.flatMap((y): Block[] => [
      { at: [midX, y - 2, midZ], size: [width + 10, 4, depth], color: '#8b857b' },
      { at: [midX, y - 11, shelf.front + 2], size: [width + 10, 24, 3], color: '#cfc8bb' },
      ...lanes.map((x): Block => ({ at: [x, y + 5, midZ], size: [2.5, 10, depth - 4], color: '#9a9489' })),
    ]),
  );
}

/** The thin lamps over the shelves, lit when the lobby is dark. */
export function stripsGeometry(): BufferGeometry {
  const { shelf } = CABINET;
  const width = shelf.columns * shelf.lanePitch;
  return blocksGeometry(
    Array.from(
      { length: shelf.rows },
      (_, row): Block => ({
        at: [shelf.left + width / 2, shelf.top - row * shelf.rowPitch + shelf.rowPitch - 42, shelf.front - 8],
        size: [width, 5, 5],
        color: '#ffffff',
      }),
    ),
  );
}

/** The wall between shelves and works, the controller's board, the fan box, the power supply, the beam's two ends. */
export function worksGeometry(): BufferGeometry {
  const { divider, drop, chute } = CABINET;
  const x = divider.x + divider.thickness / 2;
  const chip = (y: number, z: number, h: number, d: number, color = '#3a3733'): Block => ({
    at: [x + 16, y, z],
    size: [10, h, d],
    color,
  });
  return blocksGeometry([
    { at: [divider.x, 1262, -52], size: [divider.thickness, 1244, 704], color: '#b3aea7' },
    { at: [x + 8, 1470, -70], size: [6, 300, 220], color: '#3f8a72' },
    chip(1530, -40, 44, 44),
    chip(1470, -110, 30, 60),
    chip(1420, -20, 26, 26),
    chip(1560, -130, 34, 24),
    chip(1540, 20, 54, 22, '#cfc8ba'),
    chip(1390, -100, 50, 22, '#cfc8ba'),
    chip(1380, 10, 42, 26, '#cfc8ba'),
    { at: [x + 46, 985, -70], size: [88, 240, 250], color: '#d9d4cb', bevel: 6 },
    ...Array.from(
      { length: 8 },
      (_, index): Block => ({ at: [x + 91, 920 + index * 17, -80], size: [2, 5, 130], color: '#2a2723' }),
    ),
    { at: [x + 46, 610, -60], size: [88, 190, 240], color: '#837d75', bevel: 8 },
    { at: [chute.left - 22, drop.beam, drop.z], size: [22, 30, 26], color: '#1c1a17', bevel: 3 },
    { at: [chute.right + 2, drop.beam, drop.z], size: [22, 30, 26], color: '#1c1a17', bevel: 3 },
  ]);
}

/** The plate that leads what falls to the box; hung by its slope from the front edge. */
export function chuteGeometry(): BufferGeometry {
  const { chute } = CABINET;
  const slope = (chute.slopeDeg * Math.PI) / 180;
  const run = chute.frontZ - chute.backZ;
  const middle = { y: chute.frontY + (run / 2) * Math.tan(slope), z: (chute.frontZ + chute.backZ) / 2 };
  return blocksGeometry([
    {
      at: [(chute.left + chute.right) / 2, middle.y, middle.z],
      size: [chute.right - chute.left, 4, run / Math.cos(slope)],
      color: '#b4b2ae',
      turnDeg: [chute.slopeDeg, 0, 0],
    },
  ]);
}

/** The collection box's five sides, thin enough to look through. */
export function boxGeometry(): BufferGeometry {
  const { box } = CABINET;
  const [midX, midY, midZ] = [(box.left + box.right) / 2, (box.bottom + box.top) / 2, (box.backZ + box.frontZ) / 2];
  const [w, h, d] = [box.right - box.left, box.top - box.bottom, box.frontZ - box.backZ];
  const color = '#d9d3c8';
  return blocksGeometry([
    { at: [midX, box.bottom, midZ], size: [w, 3, d], color },
    { at: [midX, midY, box.backZ], size: [w, h, 3], color },
    { at: [box.left, midY, midZ], size: [3, h, d], color },
    { at: [box.right, midY, midZ], size: [3, h, d], color },
  ]);
}
