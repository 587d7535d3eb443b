import type { PlacedSite } from './regionLayout.js';

/** Where another point lies nearer to a site's words than this many times its own, one would take them for the other's. */
const DOUBT = 2.2;

/** A line from a site's point to its words, as the path of an SVG, where they might be taken for another's; `null` otherwise. */
export function leaderOf(site: PlacedSite, sites: readonly PlacedSite[]): string | null {
  const { x, y } = nearestIn(site, site);
  const own = Math.hypot(site.x - x, site.y - y);
  const others = sites
    .filter((one) => one !== site)
    .map((one) => {
      const edge = nearestIn(site, one);
      return Math.hypot(one.x - edge.x, one.y - edge.y);
    });
  return others.some((other) => other < DOUBT * own) ? `M${site.x} ${site.y}L${x} ${y}` : null;
}

/** The point of a site's words that is nearest to another's point. */
function nearestIn({ words }: PlacedSite, { x, y }: PlacedSite): { readonly x: number; readonly y: number } {
  return {
    x: Math.max(words.x, Math.min(x, words.x + words.width)),
    y: Math.max(words.y, Math.min(y, words.y + words.height)),
  };
}
