import { cos } from '../../kernel/arithmetic.js';
import type { PlaceSpec } from '../../spec/ProgrammeSpec.js';

/** Kilometres for a degree of latitude: a sixth of a thousandth of the way from equator to pole, on a sphere of 6,371 km. */
const KM_PER_DEGREE = 111.195;
/** π / 180, to the last bit of a double. */
const RADIANS_PER_DEGREE = 0.017453292519943295;

/** Kilometres as the crow flies, on a plane that touches the earth midway: within one in a hundred up to 1,000 km in Canada. */
export function crowKm(a: PlaceSpec, b: PlaceSpec): number {
  const north = (a.latitude - b.latitude) * KM_PER_DEGREE;
  const middle = ((a.latitude + b.latitude) / 2) * RADIANS_PER_DEGREE;
  const east = (a.longitude - b.longitude) * KM_PER_DEGREE * cos(middle);
  return Math.sqrt(north * north + east * east);
}
