import { BufferAttribute, BufferGeometry, CylinderGeometry, ExtrudeGeometry, Path, Shape, SphereGeometry } from 'three';
import { mergeGeometries } from 'three/examples/jsm/utils/BufferGeometryUtils.js';
import { CABINET } from '../CABINET.js';
import { type Block, blocksGeometry, type Triple } from './blocksGeometry.js';

const HALF_W = CABINET.width / 2;
const HALF_D = CABINET.depth / 2;
const MID_Y = (CABINET.height + CABINET.plinth) / 2;
const BODY_H = CABINET.height - CABINET.plinth;

/** The dark foot, set back all round. */
export function plinthGeometry(): BufferGeometry {
  const { plinth, width, depth } = CABINET;
  return blocksGeometry([{ at: [4, plinth / 2, -2], size: [width - 64, plinth, depth - 56], color: '#4c463f' }]);
}

/** The angle frame: each post has a leg to the front and a leg to the side, with a seam between them. */
export function frameGeometry(): BufferGeometry {
  const { frame, height, plinth } = CABINET;
  const steel = '#ffffff';
  const post = (x: number): readonly Block[] => [
    { at: [x * (HALF_W - frame / 2), MID_Y, HALF_D - 1], size: [frame, BODY_H, 6], color: steel, bevel: 1.5 },
    { at: [x * (HALF_W - 1), MID_Y, HALF_D - frame / 2 - 6], size: [6, BODY_H, frame], color: steel, bevel: 1.5 },
    { at: [x * (HALF_W - 1), MID_Y, -HALF_D + frame / 2], size: [6, BODY_H, frame], color: steel, bevel: 1.5 },
  ];
  const rail = (x: number, y: number): Block => ({
    at: [x * (HALF_W - 1), y, -4],
    size: [5, frame, CABINET.depth - 2 * frame - 6],
    color: steel,
    bevel: 1.5,
  });
  return blocksGeometry([
    ...post(-1),
    ...post(1),
    rail(1, height - frame / 2),
    rail(1, plinth + frame / 2),
    { at: [0, plinth + 19, HALF_D - 3], size: [CABINET.width - 2 * frame, 38, 6], color: steel, bevel: 1.5 },
    { at: [0, height - 8, HALF_D - 3], size: [CABINET.width - 2 * frame, 16, 6], color: steel, bevel: 1.5 },
  ]);
}

/** Middles of the bolts, and the way they point: to the front, or to the right. */
export function boltPlaces(): readonly { at: Triple; to: 'front' | 'right' }[] {
  const { frame, boltPitch, plinth } = CABINET;
  const heights = Array.from({ length: 13 }, (_, index) => plinth + 66 + index * boltPitch);
  const depths = Array.from({ length: 4 }, (_, index) => -HALF_D + frame / 2 + (index + 1) * boltPitch);
  const front = [-1, 1].flatMap((x) =>
    heights.map((y) => ({ at: [x * (HALF_W - frame / 2), y, HALF_D + 2] as Triple, to: 'front' as const })),
  );
  const side = (y: number, z: number) => ({ at: [HALF_W + 2, y, z] as Triple, to: 'right' as const });
  return [
    ...front,
    ...heights.flatMap((y) => [side(y, HALF_D - frame / 2 - 8), side(y, -HALF_D + frame / 2)]),
    ...depths.flatMap((z) => [side(CABINET.height - frame / 2, z), side(plinth + frame / 2, z)]),
  ];
}

/** A domed head, its flat side on the xy plane, pointing along z. */
export function boltGeometry(): BufferGeometry {
  return new SphereGeometry(9, 8, 3, 0, Math.PI * 2, 0, Math.PI / 2).scale(1, 0.6, 1).rotateX(Math.PI / 2);
}

/** What fades at the sides: the right flank with its vents, and the top. The left flank is never seen from outside. */
export function flankGeometry(): BufferGeometry {
  const { height, plinth } = CABINET;
  return blocksGeometry([
    { at: [HALF_W - 6, MID_Y, 0], size: [6, BODY_H, CABINET.depth], color: '#ffffff' },
    { at: [0, height - 3, 0], size: [CABINET.width, 6, CABINET.depth], color: '#ffffff' },
    { at: [0, plinth + 3, 0], size: [CABINET.width, 6, CABINET.depth], color: '#ffffff' },
    { at: [-HALF_W + 4, MID_Y, 0], size: [8, BODY_H, CABINET.depth], color: '#ffffff' },
  ]);
}

export function ventsGeometry(): BufferGeometry {
  return blocksGeometry(
    Array.from(
      { length: 10 },
      (_, index): Block => ({
        at: [HALF_W - 2.6, 268 + index * 24, -150],
        size: [1.5, 8, 124],
        color: '#1c1915',
      }),
    ),
  );
}

/** The door's panel with its two openings; x from the hinge, y from the floor, its front face at z = 0. */
export function doorGeometry(): BufferGeometry {
  const { door, screen, flap } = CABINET;
  const width = door.right - door.left;
  const shape = new Shape();
  rectangle(shape, 0, door.bottom, width, door.top);
  for (const opening of [screen, flap]) {
    const hole = new Path();
    const right = opening.right - door.left;
    rectangle(hole, right - opening.width, opening.centre - opening.height / 2, right, opening.centre + opening.height / 2);
    shape.holes.push(hole);
  }
  const geometry = new ExtrudeGeometry(shape, { depth: door.thickness, bevelEnabled: false }).translate(0, 0, -door.thickness);
  const position = geometry.getAttribute('position');
  const normal = geometry.getAttribute('normal');
  const uv = new Float32Array(position.count * 2);
  for (let index = 0; index < position.count; index += 1) {
    // Shadows are painted on the outside: all other faces take the plain steel of the sheet's edge.
    uv[index * 2] = normal.getZ(index) > 0.5 ? position.getX(index) / width : 0.01;
    uv[index * 2 + 1] = (position.getY(index) - door.bottom) / (door.top - door.bottom);
  }
  return geometry.setAttribute('uv', new BufferAttribute(uv, 2));
}

function rectangle(path: Path, left: number, bottom: number, right: number, top: number): void {
  path.moveTo(left, bottom).lineTo(right, bottom).lineTo(right, top).lineTo(left, top).lineTo(left, bottom);
}

/** The screen's bezel and its back, and the dark seal around the door. Door coordinates. */
export function bezelGeometry(): BufferGeometry {
  const { screen, door } = CABINET;
  const right = screen.right - door.left;
  const [left, low, high] = [right - screen.width, screen.centre - screen.height / 2, screen.centre + screen.height / 2];
  const midX = right - screen.width / 2;
  const bezel = '#191613';
  return blocksGeometry([
    { at: [midX, high - 6, -8], size: [screen.width, 12, 16], color: bezel },
    { at: [midX, low + 6, -8], size: [screen.width, 12, 16], color: bezel },
    { at: [left + 6, screen.centre, -8], size: [12, screen.height, 16], color: bezel },
    { at: [right - 6, screen.centre, -8], size: [12, screen.height, 16], color: bezel },
    {
      at: [door.right - door.left + 1, (door.top + door.bottom) / 2, -10],
      size: [7, door.top - door.bottom + 6, 4],
      color: '#2b2722',
    },
    { at: [(door.right - door.left) / 2, door.top + 1, -10], size: [door.right - door.left, 7, 4], color: '#2b2722' },
    { at: [(door.right - door.left) / 2, door.bottom - 2, -10], size: [door.right - door.left, 10, 4], color: '#2b2722' },
    { at: [midX, screen.centre, -32], size: [screen.width + 24, screen.height + 24, 22], color: '#bdb8af', bevel: 4 },
    { at: [midX, screen.centre, -18], size: [screen.width, screen.height, 4], color: '#0d0c0a' },
  ]);
}

/** The palm reader's plate and head. Door coordinates. */
export function readerGeometry(): BufferGeometry {
  const { reader, door } = CABINET;
  const readerX = reader.right - door.left - reader.width / 2;
  return blocksGeometry([
    { at: [readerX, reader.centre, 8], size: [reader.width, reader.height, 16], color: '#57524b', bevel: 5 },
    { at: READER_HEAD.at(readerX), size: READER_HEAD.size, color: '#4b4640', bevel: 7, turnDeg: [READER_HEAD.turnDeg, 0, 0] },
  ]);
}

/** The reader's head leans back from the viewer, so that a palm rests over it. Door coordinates. */
export const READER_HEAD = {
  size: [128, 84, 62] as Triple,
  turnDeg: -34,
  at: (x: number): Triple => [x, CABINET.reader.centre - 22, 44],
};

/** Bright small things on the door: lock, hinges' knuckles. Door coordinates. */
export function doorBrightGeometry(): BufferGeometry {
  const { door, lock } = CABINET;
  const x = lock.x - door.left;
  const knuckle = (y: number) => new CylinderGeometry(8, 8, 118, 10).translate(-8, y, 5).toNonIndexed();
  const ring = new CylinderGeometry(lock.radius, lock.radius + 2, 12, 28).rotateX(Math.PI / 2).translate(x, lock.centre, 6);
  const barrel = new CylinderGeometry(16, 16, 8, 20).rotateX(Math.PI / 2).translate(x, lock.centre, 15);
  const plain = [ring.toNonIndexed(), barrel.toNonIndexed(), ...[1660, 1030, 400].map(knuckle)].map((one) =>
    painted(one, '#ffffff'),
  );
  const slot = blocksGeometry([{ at: [x, lock.centre, 19.5], size: [5, 18, 1], color: '#15120f' }]);
  return mergeGeometries([...plain, slot]);
}

/** Drops what the builder's blocks lack (texture coordinates), and gives every corner one colour. */
function painted(geometry: BufferGeometry, color: string): BufferGeometry {
  const grey = blocksGeometry([{ at: [0, 0, 0], size: [1, 1, 1], color }]).getAttribute('color');
  const count = geometry.getAttribute('position').count;
  const colors = new Float32Array(count * 3);
  for (let index = 0; index < colors.length; index += 1) colors[index] = grey.array[index % 3] ?? 1;
  const out = new BufferGeometry();
  out.setAttribute('position', geometry.getAttribute('position'));
  out.setAttribute('normal', geometry.getAttribute('normal'));
  out.setAttribute('color', new BufferAttribute(colors, 3));
  return out;
}

/** The flap hangs from its upper edge: x from its middle, y down from the hinge. Its bar is what a hand takes. */
export function flapGeometry(): BufferGeometry {
  const { flap } = CABINET;
  return blocksGeometry([
    { at: [0, -flap.height / 2, -8], size: [flap.width - 1, flap.height - 1, 8], color: '#a9a8a5', bevel: 2 },
    { at: [0, -14, 15], size: [flap.width + 12, 13, 13], color: '#f2ede4', bevel: 4 },
    { at: [-flap.width / 2 + 24, -14, 4], size: [10, 10, 18], color: '#8d877d' },
    { at: [flap.width / 2 - 24, -14, 4], size: [10, 10, 18], color: '#8d877d' },
  ]);
}

/** Outlines that hold the cabinet together when its steel has faded, as pairs of points. */
export function cabinetEdges(): BufferGeometry {
  const { plinth, height, box } = CABINET;
  return linesGeometry([
    ...boxLines([-HALF_W, plinth, -HALF_D], [HALF_W, height, HALF_D]),
    ...boxLines([box.left, box.bottom, box.backZ], [box.right, box.top, box.frontZ]),
  ]);
}

/** The door's outline and its openings. Door coordinates. */
export function doorEdges(): BufferGeometry {
  const { door, screen, flap } = CABINET;
  const openings = [screen, flap].flatMap((one) => {
    const right = one.right - door.left;
    return rectangleLines([right - one.width, one.centre - one.height / 2], [right, one.centre + one.height / 2]);
  });
  return linesGeometry([...rectangleLines([0, door.bottom], [door.right - door.left, door.top]), ...openings]);
}

function rectangleLines([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): readonly Triple[] {
  const corners: readonly Triple[] = [
    [x0, y0, 1],
    [x1, y0, 1],
    [x1, y1, 1],
    [x0, y1, 1],
  ];
  return corners.flatMap((corner, index) => [corner, corners[(index + 1) % 4]!]);
}

function boxLines([x0, y0, z0]: Triple, [x1, y1, z1]: Triple): readonly Triple[] {
  const flat = (z: number) => rectangleLines([x0, y0], [x1, y1]).map(([x, y]): Triple => [x, y, z]);
  const across = [x0, x1].flatMap((x) =>
    [y0, y1].flatMap((y): Triple[] => [
      [x, y, z0],
      [x, y, z1],
    ]),
  );
  return [...flat(z0), ...flat(z1), ...across];
}

function linesGeometry(points: readonly Triple[]): BufferGeometry {
  return new BufferGeometry().setAttribute('position', new BufferAttribute(new Float32Array(points.flat()), 3));
}
