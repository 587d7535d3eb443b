/**
 * The cabinet's measures, millimetres. The origin lies on the floor below the middle of the cabinet: x to the right of
 * somebody who stands before it, y up, z towards them. Mass, lanes, screen, reader and box are sourced; all else here is
 * an assumption of the concept pictures.
 */
export const CABINET = {
  width: 1060,
  depth: 830,
  height: 1960,
  plinth: 90,
  frame: 42,
  boltPitch: 145,
  /** Distance from the back panel to the lobby's wall. */
  wallGap: 70,
  door: { thickness: 24, left: -485, right: 484, bottom: 134, top: 1940 },
  screen: { width: 540, height: 335, centre: 1500, right: 180 },
  reader: { width: 144, height: 144, centre: 1090, right: 180 },
  flap: { width: 540, height: 200, centre: 360, right: 180 },
  lock: { x: 428, centre: 1180, radius: 27 },
  shelf: { rows: 6, columns: 8, lanePitch: 103, rowPitch: 178, left: -458, top: 1648, front: 220, back: -300 },
  coil: { diameter: 86, wire: 6, turns: 14, pitch: 36, rise: 6 },
  package: { width: 60, height: 74, thickness: 20 },
  /** From the shelf's front edge to the door's inner face: 170 is the drop gap. */
  drop: { z: 262, beam: 665 },
  chute: { slopeDeg: 17, frontZ: 332, frontY: 486, backZ: -300, left: -466, right: 374 },
  box: { left: -372, right: 192, bottom: 252, top: 462, backZ: 112, frontZ: 390 },
  divider: { x: 384, thickness: 8 },
} as const;
