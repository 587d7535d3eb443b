import type { Region } from '@dosetwin/scenarios';

/**
 * How willing people are to come from so far, from 0 to 1, with the likely value of the region: what the model draws visits from
 * (SIZING Z6). A picture of it, so the platform's own exponential is good enough.
 */
export function willingAt({ travel }: Region, km: number): number {
  return km > travel.furthestKm ? 0 : Math.exp(-km / travel.willingKm.likely);
}

/** Kilometres from which so large a share of those beside the machine still comes. */
export function kmAtWilling({ travel }: Region, share: number): number {
  return Math.min(travel.furthestKm, -Math.log(share) * travel.willingKm.likely);
}
