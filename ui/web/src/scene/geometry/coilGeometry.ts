import { type BufferGeometry, Curve, TubeGeometry, Vector3 } from 'three';
import { CABINET } from '../CABINET.js';

/** Pieces along the wire and around it: the pictures' own budget of triangles. */
const SEGMENTS = 162;
const AROUND = 3;

class Helix extends Curve<Vector3> {
  readonly #turns: number;

  constructor(turns: number) {
    super();
    this.#turns = turns;
  }

  override getPoint(share: number, target = new Vector3()): Vector3 {
    const { coil } = CABINET;
    const angle = (share * this.#turns + 0.25) * Math.PI * 2;
    const radius = (coil.diameter - coil.wire) / 2;
    // When home its front end points to the right, before the first package; the wire meets the tray between packages.
    return target.set(Math.sin(angle) * radius, Math.cos(angle) * radius, (0.25 - share * this.#turns) * coil.pitch);
  }
}

/** One coil along −z from its front end. */
export function coilGeometry(): BufferGeometry {
  return new TubeGeometry(new Helix(CABINET.coil.turns), SEGMENTS, CABINET.coil.wire / 2, AROUND, false);
}
