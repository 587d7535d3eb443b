import type { MachinePose } from '../pose/MachinePose.js';
import { CABINET } from './CABINET.js';
import { cartridgePlace } from './cartridgePlace.js';
import { ghostPlaces } from './ghostPlaces.js';
import { type Lens, type Point3, pixelsPerMm, project } from './lens.js';
import { hungPlace } from './packagePlaces.js';

export type AnchorName = 'coils' | 'cartridge' | 'ghost' | 'beam' | 'box' | 'controller' | 'lock' | 'reader' | 'power' | 'screen';

/** A named point of the picture on the canvas, CSS pixels; `radius` is that of the ring around the cartridge in focus. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export type Anchors = { readonly [name in AnchorName]?: Anchor };

/** Named points of the machine in space. The cartridge is there only when one is in focus, the ghost when one is drawn. */
export function anchorPoints(pose: MachinePose): { readonly [name in AnchorName]?: Point3 } {
  const { box, drop, lock, reader, screen, chute } = CABINET;
  const first = cartridgePlace(1);
  const focus = pose.focusCartridge;
  const ghost = ghostPlaces(pose.ghostCartridge)[1];
  return {
    coils: { x: first.x - 26, y: first.coilY + 30, z: first.frontZ },
    beam: { x: chute.left - 20, y: drop.beam, z: drop.z },
    box: { x: box.left + 34, y: box.bottom + 34, z: box.frontZ },
    controller: { x: 402, y: 1545, z: -70 },
    power: { x: 470, y: 610, z: -40 },
    lock: { x: lock.x + 20, y: lock.centre, z: 420 },
    reader: { x: reader.right - 20, y: reader.centre - 12, z: 470 },
    screen: { x: screen.right - 20, y: screen.centre + 60, z: 418 },
    ...(focus === null ? {} : { cartridge: focusPoint(pose, focus) }),
    ...(ghost === undefined ? {} : { ghost: { x: ghost.x, y: ghost.y, z: ghost.z } }),
  };
}

function focusPoint(pose: MachinePose, focus: number): Point3 {
  const share = pose.cartridges[focus - 1]?.hangShare ?? 0;
  const place = hungPlace(focus, share);
  return { x: place.x, y: place.y, z: place.z };
}

export function anchorsOf(pose: MachinePose, lens: Lens): Anchors {
  const ringMm = 82;
  return Object.fromEntries(
    Object.entries(anchorPoints(pose)).flatMap(([name, point]) => {
      const at = project(lens, point);
      return at === null ? [] : [[name, { ...at, radius: ringMm * pixelsPerMm(lens, point) }]];
    }),
  );
}
