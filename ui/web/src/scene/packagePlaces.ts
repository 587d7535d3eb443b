import type { CartridgePose, MachinePose } from '../pose/MachinePose.js';
import { CABINET } from './CABINET.js';
import { cartridgePlace } from './cartridgePlace.js';
import { fallPlace } from './fallPlace.js';
import type { PackagePlace } from './PackagePlace.js';

/** The most packages that one picture draws: 48 full cartridges, and those on their way and in the box. */
export const MOST_PACKAGES = 720;
const MOST_BOXED = 24;

/** Every package of a pose. The hung ones come last, so that an outline finds them. */
export function packagePlaces(pose: MachinePose): readonly PackagePlace[] {
  const standing = pose.cartridges.flatMap(lanePlaces);
  const falling = pose.falling.map((one) => fallPlace(one.cartridge, one.fallShare));
  const boxed = Array.from({ length: Math.min(MOST_BOXED, pose.boxPackages) }, (_, index) => boxPlace(index));
  const all = [...standing, ...falling, ...boxed];
  return [...all.filter((one) => one.how !== 'hung'), ...all.filter((one) => one.how === 'hung')].slice(-MOST_PACKAGES);
}

/** The front package of every cartridge that has jammed, hung or not. */
export function stuckPlaces(pose: MachinePose): readonly PackagePlace[] {
  return pose.cartridges
    .filter((one) => one.hangShare > 0.2 || one.state === 'jammed')
    .flatMap((one) => lanePlaces(one).slice(0, 1));
}

/** The place of a package that hangs `share` of its way over the shelf's edge, on the coil's last turn. */
export function hungPlace(cartridge: number, share: number): PackagePlace {
  const place = cartridgePlace(cartridge);
  const { package: size } = CABINET;
  return {
    x: place.x,
    y: place.trayY + size.height / 2 - 14 * share,
    z: place.frontZ + 6 + 36 * share,
    tiltDeg: 42 * share,
    rollDeg: 22 * share,
    how: 'hung',
  };
}

/** Packages of one lane: each stands in its turn of the coil and comes forward with it, and none passes the one ahead. */
function lanePlaces(cartridge: CartridgePose): readonly PackagePlace[] {
  const { coil, package: size } = CABINET;
  const place = cartridgePlace(cartridge.number);
  const turns = cartridge.coilDeg / 360;
  const hangs = cartridge.hangShare > 0 && cartridge.packages > 0;
  // A package leaves near the end of its turn; one that hangs has had its turn and is still here.
  const left = cartridge.left ?? Math.max(0, Math.floor(turns + 0.1) - (hangs ? Math.max(1, Math.floor(turns)) : 0));
  const places: PackagePlace[] = [];
  let limit = place.frontZ + 8;
  for (let index = 0; index < cartridge.packages; index += 1) {
    if (index === 0 && hangs) {
      places.push(hungPlace(cartridge.number, cartridge.hangShare));
      limit = place.frontZ - size.thickness / 2 - 2;
      continue;
    }
    const z = Math.min(limit, place.frontZ - (left + index + 0.5 - turns) * coil.pitch);
    limit = z - size.thickness - 2;
    places.push({ x: place.x, y: place.trayY + size.height / 2 + 1, z, tiltDeg: 0, rollDeg: 0, how: 'standing' });
  }
  return places;
}

/** Packages lie flat in the box, six to a layer, a little askew, the same way every time. */
function boxPlace(index: number): PackagePlace {
  const { box, package: size } = CABINET;
  const column = (index * 5) % 6;
  const layer = Math.floor(index / 6);
  return {
    x: box.left + 60 + column * 84,
    y: box.bottom + size.thickness / 2 + 3 + layer * (size.thickness + 1),
    z: 316 - ((index * 3) % 4) * 22,
    tiltDeg: 90,
    rollDeg: ((index * 37) % 40) - 20,
    how: 'boxed',
  };
}
