import { BufferAttribute, BufferGeometry, Color, Vector3 } from 'three';
import { CABINET } from '../CABINET.js';

/** Rings from the bottom up: height share, how far drawn in, and whether the piece above is the label's band. */
const RINGS = [
  { up: 0, inset: 4, band: false },
  { up: 0.05, inset: 0, band: false },
  { up: 0.66, inset: 0, band: true },
  { up: 0.78, inset: 0, band: false },
  { up: 0.95, inset: 0, band: false },
  { up: 1, inset: 4, band: false },
] as const;

/** One package, standing, its middle at the origin: a small box with soft edges and a band for its label. */
export function packageGeometry(paper: string, band: string): BufferGeometry {
  const { height } = CABINET.package;
  const positions: number[] = [];
  const colors: number[] = [];
  const [plain, marked] = [new Color(paper), new Color(band)];
  const add = (points: readonly Vector3[], color: Color) => {
    for (const point of points) {
      positions.push(point.x, point.y, point.z);
      colors.push(color.r, color.g, color.b);
    }
  };
  const rings = RINGS.map((ring) => ringPoints(ring.up * height - height / 2, ring.inset));
  for (let level = 0; level + 1 < rings.length; level += 1) {
    const [low, high] = [rings[level]!, rings[level + 1]!];
    const color = RINGS[level]!.band ? marked : plain;
    for (let side = 0; side < low.length; side += 1) {
      const next = (side + 1) % low.length;
      add([low[side]!, low[next]!, high[next]!, low[side]!, high[next]!, high[side]!], color);
    }
  }
  const top = rings[rings.length - 1]!;
  for (let side = 1; side + 1 < top.length; side += 1) {
    add([top[0]!, top[side]!, top[side + 1]!], plain);
    add([rings[0]![0]!, rings[0]![side + 1]!, rings[0]![side]!], plain);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute('color', new BufferAttribute(new Float32Array(colors), 3));
  geometry.computeVertexNormals();
  return geometry;
}

/** Six corners anticlockwise seen from above: the two that face the door are cut. */
function ringPoints(y: number, inset: number): readonly Vector3[] {
  const { width, thickness } = CABINET.package;
  const [x, z, cut] = [width / 2 - inset, thickness / 2 - Math.min(inset, 2), 5];
  return [
    new Vector3(-x, y, -z),
    new Vector3(-x, y, z - cut),
    new Vector3(-x + cut, y, z),
    new Vector3(x - cut, y, z),
    new Vector3(x, y, z - cut),
    new Vector3(x, y, -z),
  ];
}
