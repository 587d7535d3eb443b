/**
 * Everything that a picture of one machine shows at one instant. A pure function of the trace and the time makes it
 * (`poseAt`), and the 3D scene, the SVG elevation and the text mirror draw it; none of them knows anything else.
 * Lengths in millimetres, angles in degrees, shares 0..1, times in milliseconds.
 */
export interface MachinePose {
  readonly machine: string;
  /** Fitted cartridges, index 0 is cartridge 1; shelf = floor(index / 8) from the top, column = index % 8 from the left. */
  readonly cartridges: readonly CartridgePose[];
  readonly falling: readonly FallingPackage[];
  /** 0 shut, 105 wide open. */
  readonly doorDeg: number;
  /** 0 shut, 60 open. */
  readonly flapDeg: number;
  readonly flapBlocked: boolean;
  readonly beam: 'lit' | 'broken' | 'blind';
  /** A palm on its way to the reader and away: 0 far, 1 settled; `null` when nobody is there. */
  readonly palmShare: number | null;
  readonly reader: 'idle' | 'capturing' | 'matched' | 'not-matched' | 'locked-out' | 'off';
  readonly screen: { readonly headline: string; readonly body: string; readonly tone: 'calm' | 'live' | 'fault' };
  /** Packages lying in the collection box. */
  readonly boxPackages: number;
  readonly inService: boolean;
  /** The cartridge that the view is about (moving, jammed or chosen), 1..48, or `null`. */
  readonly focusCartridge: number | null;
  /** The path that the hung package should have fallen, when one hangs: drawn as ghosts. */
  readonly ghostCartridge: number | null;
}

export interface CartridgePose {
  /** 1..48 */
  readonly number: number;
  /** Coil angle, whole turns and part of one, since the load: 360 is one pitch. */
  readonly coilDeg: number;
  readonly packages: number;
  /** Packages that have left the coil since the load; without it the picture reads it off the coil's whole turns. */
  readonly left?: number;
  /** How far the front package hangs over the edge: 0 standing, 1 hung on the coil's end. */
  readonly hangShare: number;
  readonly state: 'home' | 'moving' | 'jammed' | 'locked-out' | 'empty';
}

export interface FallingPackage {
  readonly cartridge: number;
  /** 0 leaves the shelf, 1 breaks the beam; on to 2 slides down the chute into the box. */
  readonly fallShare: number;
}
