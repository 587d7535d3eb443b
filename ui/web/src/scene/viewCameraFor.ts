import { CABINET } from './CABINET.js';
import { cartridgePlace } from './cartridgePlace.js';
import { type Point3, seenFrom } from './lens.js';
import type { ViewCamera, ViewName } from './ViewCamera.js';

/** Eye height and distance of the lobby's view, millimetres: a 30 degree lens at 6.35 m. */
const EYE = 1450;
const DISTANCE = 6350;
const YAW_DEG = 25;

/** The camera of a view; the cartridge view needs to know of which cartridge, and shows the shelves without one. */
export function viewCameraFor(view: ViewName, cartridge: number | null): ViewCamera {
  switch (view) {
    case 'front':
      return holding(eyeAt({ x: 0, y: EYE, z: 0 }, YAW_DEG, DISTANCE), cabinetCorners());
    case 'cartridge':
      return cartridgeCamera(cartridge);
    case 'chute':
      return around({ x: -60, y: 520, z: 300 }, { yawDeg: 27, distance: 2900, rise: 520, across: 1180, high: 720 });
    case 'door':
      return around({ x: -130, y: 1010, z: 500 }, { yawDeg: 36, distance: 6000, rise: 440, across: 2300, high: 2250 });
  }
}

function cartridgeCamera(cartridge: number | null): ViewCamera {
  if (cartridge === null) {
    return around({ x: 0, y: 1240, z: 220 }, { yawDeg: 22, distance: 3400, rise: 240, across: 1100, high: 1150 });
  }
  const place = cartridgePlace(cartridge);
  const target = { x: place.x, y: place.trayY + 6, z: place.frontZ };
  return around(target, { yawDeg: 24, distance: 1900, rise: 240, across: 560, high: 400 });
}

interface Bare {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly yawDeg: number;
}

function eyeAt(target: Point3, yawDeg: number, distance: number): Bare {
  const yaw = (yawDeg * Math.PI) / 180;
  return { x: target.x + distance * Math.sin(yaw), y: target.y, z: target.z + distance * Math.cos(yaw), yawDeg };
}

/** An eye before a point and higher by `rise`, whose frame holds so many millimetres around the point. */
function around(
  target: Point3,
  how: { yawDeg: number; distance: number; rise: number; across: number; high: number },
): ViewCamera {
  const eye = eyeAt(target, how.yawDeg, how.distance);
  return {
    ...eye,
    y: target.y + how.rise,
    centreTanX: 0,
    centreTanY: -how.rise / how.distance,
    spanTanX: how.across / how.distance,
    spanTanY: how.high / how.distance,
  };
}

/** The frame is drawn tight around these points. */
function holding(eye: Bare, points: readonly Point3[]): ViewCamera {
  const seen = points.map((point) => seenFrom({ ...eye, centreTanX: 0, centreTanY: 0, spanTanX: 1, spanTanY: 1 }, point));
  const across = seen.map((one) => one.right / one.ahead);
  const up = seen.map((one) => one.up / one.ahead);
  const [left, right, low, high] = [Math.min(...across), Math.max(...across), Math.min(...up), Math.max(...up)];
  return {
    ...eye,
    centreTanX: (left + right) / 2,
    centreTanY: (low + high) / 2,
    spanTanX: right - left,
    spanTanY: high - low,
  };
}

function cabinetCorners(): readonly Point3[] {
  const { width, depth, height } = CABINET;
  return [-width / 2, width / 2].flatMap((x) => [0, height].flatMap((y) => [-depth / 2, depth / 2].map((z) => ({ x, y, z }))));
}
