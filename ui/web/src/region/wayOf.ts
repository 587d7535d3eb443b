import type { RegionLayout } from './regionLayout.js';
import type { Whereabouts } from './whereabouts.js';

interface MapPoint {
  readonly x: number;
  readonly y: number;
}

/** On the drawn map: the way from where somebody is based to where they go, and where on it they are. */
export interface MapWay {
  readonly from: MapPoint;
  readonly at: MapPoint;
  readonly to: MapPoint;
}

/** Somebody without a base comes from outside: a short way, up to the right of the site. */
const OUTSIDE: MapPoint = { x: 64, y: -52 };

/** `null` for whoever is not under way. */
export function wayOf({ sites }: RegionLayout, { is, site, base, share }: Whereabouts): MapWay | null {
  const to = sites.find((one) => one.site === site);
  if (is === 'free' || to === undefined) return null;
  const from = sites.find((one) => one.site === base) ?? { x: to.x + OUTSIDE.x, y: to.y + OUTSIDE.y };
  const at = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
  return { from, at, to };
}
