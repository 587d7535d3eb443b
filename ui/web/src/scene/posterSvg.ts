import { CABINET } from './CABINET.js';
import { type Lens, lensFor, type Point3, project } from './lens.js';
import { SCENE_PALETTES } from './scenePalette.js';
import { WALL_Z } from './texture/shadowShapes.js';
import { viewCameraFor } from './viewCameraFor.js';

/** The drawing's width; its height follows from what the camera sees. */
const WIDTH = 1000;
const SKIRTING = 96;
/** Wide of anything that a page shows. */
const FAR = 9000;

/**
 * The shut cabinet in its lobby as a drawing, seen by the first screen's own camera: it stands in the page before any
 * script runs, and the scene then comes over it in the same place. Laid over the frame that holds the cabinet, whole and
 * centred, and drawn beyond it.
 */
export function posterSvg(): string {
  const camera = viewCameraFor('front', null);
  const size = { width: WIDTH, height: (WIDTH * camera.spanTanY) / camera.spanTanX };
  const lens = lensFor(camera, size, { left: 0, top: 0, ...size });
  const shapes = [...lobby(lens), ...shadow(lens), ...body(lens), ...fittings(lens)];
  return `<svg viewBox="0 0 ${size.width} ${rounded(size.height)}" aria-hidden="true" focusable="false">${shapes.join('')}</svg>`;
}

const { light, dark } = SCENE_PALETTES;

function lobby(lens: Lens): string[] {
  const wallFoot = { z: WALL_Z, y: 0 };
  const [left, right] = [at(lens, { x: -FAR, ...wallFoot }), at(lens, { x: FAR / 2, ...wallFoot })];
  const skirting = [
    { x: -FAR, ...wallFoot },
    { x: FAR / 2, ...wallFoot },
    { x: FAR / 2, y: SKIRTING, z: WALL_Z },
    { x: -FAR, y: SKIRTING, z: WALL_Z },
  ];
  const below = 20 * WIDTH;
  return [
    polygon([left, right, [right[0], below], [left[0], below]], light.floor, dark.floor),
    polygon(
      skirting.map((point) => at(lens, point)),
      light.skirting,
      dark.skirting,
    ),
  ];
}

function shadow(lens: Lens): string[] {
  const { width, depth } = CABINET;
  const points = flat(-width / 2 - 60, width / 2 + 420, -depth / 2, depth / 2 + 40).map((point) => at(lens, point));
  return [
    '<filter id="poster-soft" x="-30%" y="-60%" width="160%" height="220%"><feGaussianBlur stdDeviation="22"/></filter>',
    `<g filter="url(#poster-soft)" opacity=".5">${polygon(points, light.shadow, dark.shadow)}</g>`,
  ];
}

/** A rectangle on the floor. */
function flat(left: number, right: number, back: number, front: number): Point3[] {
  return [
    { x: left, y: 0, z: back },
    { x: right, y: 0, z: back },
    { x: right, y: 0, z: front },
    { x: left, y: 0, z: front },
  ];
}

function body(lens: Lens): string[] {
  const { width, depth, height, plinth, door } = CABINET;
  const [half, front] = [width / 2, depth / 2];
  const foot = half - 32;
  return [
    face(lens, [-foot, foot], [0, plinth], front - 32, '#3a332b', '#0b0907'),
    flank(lens, foot, [0, plinth], front - 32, '#2b261f', '#070504'),
    flank(lens, half, [plinth, height], front, '#767066', '#2f2a23'),
    face(lens, [-half, half], [plinth, height], front, '#a59e91', '#4a4339'),
    face(lens, [door.left, door.right], [door.bottom, door.top], front, '#b2aa9d', '#544c41'),
  ];
}

function fittings(lens: Lens): string[] {
  const { screen, reader, flap, lock, depth } = CABINET;
  const front = depth / 2;
  const panel = (one: { width: number; height: number; centre: number; right: number }, light: string, dark: string) =>
    face(
      lens,
      [one.right - one.width, one.right],
      [one.centre - one.height / 2, one.centre + one.height / 2],
      front,
      light,
      dark,
    );
  const [x, y] = at(lens, { x: lock.x, y: lock.centre, z: front });
  return [
    panel(screen, '#0a1c1b', '#071413'),
    panel(reader, '#4d4a44', '#26231f'),
    panel({ ...reader, width: 92, height: 92, right: reader.right - 26 }, '#15130f', '#0b0a08'),
    panel(flap, '#98948c', '#3f3a33'),
    panel({ ...flap, height: 16, centre: flap.centre + flap.height / 2 }, '#d9d4c8', '#8d8475'),
    `<circle cx="${rounded(x)}" cy="${rounded(y)}" r="20" style="fill:light-dark(#cfc9bd,#8d8475)"/>`,
  ];
}

type Span = readonly [number, number];

/** A rectangle that faces the lobby. */
function face(lens: Lens, [left, right]: Span, [low, high]: Span, z: number, light: string, dark: string): string {
  const corners = [
    { x: left, y: low, z },
    { x: right, y: low, z },
    { x: right, y: high, z },
    { x: left, y: high, z },
  ];
  return polygon(
    corners.map((point) => at(lens, point)),
    light,
    dark,
  );
}

/** The right side, from the front back. */
function flank(lens: Lens, x: number, [low, high]: Span, front: number, light: string, dark: string): string {
  const corners = [
    { x, y: low, z: front },
    { x, y: low, z: -front },
    { x, y: high, z: -front },
    { x, y: high, z: front },
  ];
  return polygon(
    corners.map((point) => at(lens, point)),
    light,
    dark,
  );
}

function at(lens: Lens, point: Point3): Span {
  const place = project(lens, point);
  if (place === null) throw new RangeError('the poster draws only what lies before the eye');
  return [place.x, place.y];
}

function polygon(points: readonly Span[], light: string, dark: string): string {
  const list = points.map(([x, y]) => `${rounded(x)},${rounded(y)}`).join(' ');
  return `<polygon points="${list}" style="fill:light-dark(${light},${dark})"/>`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
