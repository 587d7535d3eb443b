/** Where one package is and how it lies: the middle of it in millimetres; tilt tips its top towards the door. */
export interface PackagePlace {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly tiltDeg: number;
  readonly rollDeg: number;
  readonly how: 'standing' | 'hung' | 'falling' | 'boxed' | 'ghost';
}
