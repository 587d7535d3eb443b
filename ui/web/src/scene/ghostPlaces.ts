import { fallPlace } from './fallPlace.js';
import type { PackagePlace } from './PackagePlace.js';

/** Shares of the fall at which a ghost stands: spread along the way down, then on the chute and in the box. */
const SHARES = [0.42, 0.66, 0.86, 1.12, 2] as const;

/** The fall that a hung package should have made. */
export function ghostPlaces(cartridge: number | null): readonly PackagePlace[] {
  if (cartridge === null) return [];
  return SHARES.map((share) => ({ ...fallPlace(cartridge, share), how: 'ghost' }));
}
