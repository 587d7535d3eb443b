import { BufferAttribute, BufferGeometry, Color, Euler, Matrix4, Quaternion, Vector3 } from 'three';

export type Triple = readonly [number, number, number];

/** A box by its middle and size, millimetres, with its colour; the bevel's 45 degrees catch a little light. */
export interface Block {
  readonly at: Triple;
  readonly size: Triple;
  readonly color: string;
  readonly bevel?: number;
  readonly turnDeg?: Triple;
}

/** Many boxes as one geometry with colours at its corners: one draw call. */
export function blocksGeometry(blocks: readonly Block[]): BufferGeometry {
  const positions: number[] = [];
  const normals: number[] = [];
  const colors: number[] = [];
  for (const block of blocks) addBlock(block, positions, normals, colors);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute('normal', new BufferAttribute(new Float32Array(normals), 3));
  geometry.setAttribute('color', new BufferAttribute(new Float32Array(colors), 3));
  return geometry;
}

function addBlock(block: Block, positions: number[], normals: number[], colors: number[]): void {
  const place = placement(block);
  const turn = new Matrix4().extractRotation(place);
  const color = new Color(block.color);
  const [w, h, d] = block.size;
  const corner = new Vector3();
  for (const { points, normal } of boxFaces(w / 2, h / 2, d / 2, block.bevel ?? 0)) {
    const out = new Vector3(...normal).normalize().applyMatrix4(turn);
    for (let index = 1; index + 1 < points.length; index += 1) {
      for (const point of [points[0]!, points[index]!, points[index + 1]!]) {
        corner.set(...point).applyMatrix4(place);
        positions.push(corner.x, corner.y, corner.z);
        normals.push(out.x, out.y, out.z);
        colors.push(color.r, color.g, color.b);
      }
    }
  }
}

function placement(block: Block): Matrix4 {
  const [x, y, z] = (block.turnDeg ?? [0, 0, 0]).map((deg) => (deg * Math.PI) / 180) as [number, number, number];
  return new Matrix4().compose(new Vector3(...block.at), new Quaternion().setFromEuler(new Euler(x, y, z)), new Vector3(1, 1, 1));
}

interface Face {
  readonly points: readonly Triple[];
  readonly normal: Triple;
}

const SIGNS = [-1, 1] as const;

/** Six faces, and with a bevel twelve edges and eight corners; every face turns its front outwards. */
function boxFaces(x: number, y: number, z: number, bevel: number): readonly Face[] {
  const b = Math.min(bevel, x, y, z);
  const half: Triple = [x, y, z];
  const faces: Face[] = [];
  for (const axis of [0, 1, 2] as const) {
    const [u, v] = [(axis + 1) % 3, (axis + 2) % 3] as [number, number];
    for (const sign of SIGNS) {
      const corners = (
        [
          [-1, -1],
          [1, -1],
          [1, 1],
          [-1, 1],
        ] as const
      ).map(([su, sv]) => spot([axis, sign * half[axis]], [u, su * (half[u]! - b)], [v, sv * (half[v]! - b)]));
      faces.push(outward(corners, spot([axis, sign], [u, 0], [v, 0])));
      if (b > 0) {
        for (const su of SIGNS) {
          faces.push(bevelFace({ axis, u, v, sign, su, half, b }));
        }
      }
    }
  }
  if (b > 0) faces.push(...cornerFaces(half, b));
  return faces;
}

/** The edge between the face of `axis` and the face of `u`: each is met once. */
function bevelFace(edge: { axis: number; u: number; v: number; sign: number; su: number; half: Triple; b: number }): Face {
  const { axis, u, v, sign, su, half, b } = edge;
  const points = SIGNS.flatMap((sv) => {
    const along: [number, number] = [v, sv * (half[v]! - b)];
    const onAxis = spot([axis, sign * half[axis]!], [u, su * (half[u]! - b)], along);
    const onSide = spot([axis, sign * (half[axis]! - b)], [u, su * half[u]!], along);
    return sv < 0 ? [onAxis, onSide] : [onSide, onAxis];
  });
  return outward(points, spot([axis, sign], [u, su], [v, 0]));
}

function cornerFaces(half: Triple, b: number): readonly Face[] {
  const [x, y, z] = half;
  return SIGNS.flatMap((sx) =>
    SIGNS.flatMap((sy) =>
      SIGNS.map((sz) =>
        outward(
          [
            [sx * x, sy * (y - b), sz * (z - b)],
            [sx * (x - b), sy * y, sz * (z - b)],
            [sx * (x - b), sy * (y - b), sz * z],
          ],
          [sx, sy, sz],
        ),
      ),
    ),
  );
}

function spot(...parts: readonly [number, number][]): Triple {
  const out: [number, number, number] = [0, 0, 0];
  for (const [axis, value] of parts) out[axis] = value;
  return out;
}

/** Orders the corners so that the face is seen from outside. */
function outward(points: readonly Triple[], normal: Triple): Face {
  const [a, b, c] = points.slice(0, 3).map((point) => new Vector3(...point)) as [Vector3, Vector3, Vector3];
  const facing = b
    .clone()
    .sub(a)
    .cross(c.clone().sub(a))
    .dot(new Vector3(...normal));
  return { points: facing >= 0 ? points : [...points].reverse(), normal };
}
