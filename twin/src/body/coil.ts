/**
 * The geometry of a coil, in whole millidegrees. An angle grows from the load on, 360,000 to a turn; a cam on the shaft
 * closes its switch within a notch to either side of every half turn.
 */

export const MDEG_PER_TURN = 360_000;
export const MDEG_PER_HALF_TURN = 180_000;
const US_PER_S = 1_000_000;

/** Speed of a coil, in millidegrees a second. One rpm is 6 degrees a second. */
export function speedOf(rpm: number): number {
  return Math.round(rpm * 6_000);
}

export function mdegOf(turns: number): number {
  return Math.round(turns * MDEG_PER_TURN);
}

/** Where a coil is that started at `start_mdeg` and turned for `for_us`. */
export function angleAfter(start_mdeg: number, speed_mdeg_s: number, for_us: number): number {
  return start_mdeg + Math.floor((for_us * speed_mdeg_s) / US_PER_S);
}

/** How long a coil takes to turn by `mdeg`: the first whole microsecond at which it is there. */
export function timeToTurn(mdeg: number, speed_mdeg_s: number): number {
  return Math.ceil((mdeg * US_PER_S) / speed_mdeg_s);
}

export function camClosedAt(coil_mdeg: number, notch_mdeg: number): boolean {
  const past = coil_mdeg % MDEG_PER_HALF_TURN;
  return past < notch_mdeg || past >= MDEG_PER_HALF_TURN - notch_mdeg;
}

/** The next angle beyond `coil_mdeg` at which the cam switch opens or closes. */
export function nextCamEdge(coil_mdeg: number, notch_mdeg: number): number {
  const half = Math.floor(coil_mdeg / MDEG_PER_HALF_TURN) * MDEG_PER_HALF_TURN;
  const opens = half + notch_mdeg;
  const closes = half + MDEG_PER_HALF_TURN - notch_mdeg;
  if (coil_mdeg < opens) return opens;
  return coil_mdeg < closes ? closes : half + MDEG_PER_HALF_TURN + notch_mdeg;
}

/** The first release beyond `coil_mdeg`, where one comes `release_mdeg` after the start of every turn. */
export function releaseBeyond(coil_mdeg: number, release_mdeg: number): number {
  const turn = Math.floor(coil_mdeg / MDEG_PER_TURN) * MDEG_PER_TURN;
  return turn + release_mdeg + (coil_mdeg % MDEG_PER_TURN < release_mdeg ? 0 : MDEG_PER_TURN);
}
