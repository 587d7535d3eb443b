import { CABINET } from './CABINET.js';
import { cartridgePlace } from './cartridgePlace.js';
import type { PackagePlace } from './PackagePlace.js';

/** When, in shares of a fall, the package touches the chute plate, reaches the plate's edge and rests in the box. */
const LANDS = 1.3;
const EDGE = 1.62;
const RESTS = 2;
/** Tilt at which a package lies flat on the chute: a turn and a quarter less a half, the package being symmetrical. */
const FLAT_DEG = 270;

/** Where a package is when it has fallen `share` of its way: 0 leaves the shelf, 1 breaks the beam, 2 rests in the box. */
export function fallPlace(cartridge: number, share: number): PackagePlace {
  const s = Math.min(RESTS, Math.max(0, share));
  const place = cartridgePlace(cartridge);
  const x = mix(place.x, boxX(place.x), (s - LANDS) / (RESTS - LANDS));
  const at = s <= LANDS ? falling(place.trayY, s) : s <= EDGE ? sliding(s) : dropping(s);
  return { x, ...at, rollDeg: 0, how: 'falling' };
}

interface Fall {
  readonly y: number;
  readonly z: number;
  readonly tiltDeg: number;
}

/** Free fall: the way grows with the square of the time, and the tip over the edge becomes a slow turn. */
function falling(trayY: number, s: number): Fall {
  const { drop, shelf, chute } = CABINET;
  const from = trayY + 30;
  const landY = plateY(drop.z);
  const z = mix(shelf.front + 26, drop.z, s * 1.6);
  if (s <= 1) return { y: from + (drop.beam - from) * s * s, z, tiltDeg: mix(42, 190, s) };
  const rest = (s - 1) / (LANDS - 1);
  return { y: mix(drop.beam, landY, rest), z, tiltDeg: mix(190, FLAT_DEG + chute.slopeDeg, rest) };
}

function sliding(s: number): Fall {
  const { drop, chute } = CABINET;
  const way = (s - LANDS) / (EDGE - LANDS);
  const z = mix(drop.z, chute.frontZ + 4, way * way);
  return { y: plateY(z), z, tiltDeg: FLAT_DEG + chute.slopeDeg };
}

function dropping(s: number): Fall {
  const { chute, box, package: size } = CABINET;
  const way = (s - EDGE) / (RESTS - EDGE);
  const edge = chute.frontZ + 4;
  return {
    y: mix(plateY(edge), box.bottom + size.thickness / 2 + 3, way * way),
    z: mix(edge, 326, way),
    tiltDeg: mix(FLAT_DEG + chute.slopeDeg, FLAT_DEG, way) + 28 * way * (1 - way) * 4,
  };
}

/** Height of the middle of a package that lies on the chute plate at depth z. */
export function plateY(z: number): number {
  const { chute, package: size } = CABINET;
  const slope = Math.tan((chute.slopeDeg * Math.PI) / 180);
  return chute.frontY + (chute.frontZ - z) * slope + size.thickness / 2 + 2;
}

/** The chute narrows towards the box: where across it a package from this lane comes to rest. */
function boxX(laneX: number): number {
  const { box, package: size } = CABINET;
  const room = size.width / 2 + 8;
  return Math.min(box.right - room, Math.max(box.left + room, laneX));
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * Math.min(1, Math.max(0, share));
}
