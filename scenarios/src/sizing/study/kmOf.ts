import type { Region } from '../region/Region.js';
import { dailyWays } from '../simulate/dailyWays.js';
import type { KmBetween } from './KmBetween.js';

/** Kilometres between places by what is open on most days of the year (Z5, Z7). */
export function kmOf(region: Region): KmBetween {
  const { usual } = dailyWays(region);
  const place = new Map(region.places.map(({ id }, i) => [id, i]));
  return (a, b) => {
    const [from, to] = [place.get(a), place.get(b)];
    const km =
      from === undefined || to === undefined ? Number.POSITIVE_INFINITY : (usual.peopleKm[from * usual.size + to] as number);
    return km === Number.POSITIVE_INFINITY ? null : km;
  };
}
