/**
 * Where the eye is and what of its level picture fills the frame. The eye never tilts; the lens is shifted instead, so
 * that uprights stay upright. Tangents are the offsets at one unit before the eye: 0,0 is straight ahead.
 */
export interface ViewCamera {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Turned to the left by so much: the cabinet's right flank comes into view. */
  readonly yawDeg: number;
  readonly centreTanX: number;
  readonly centreTanY: number;
  /** Tangent extents that the frame must hold. */
  readonly spanTanX: number;
  readonly spanTanY: number;
}

export type ViewName = 'front' | 'cartridge' | 'chute' | 'door';
