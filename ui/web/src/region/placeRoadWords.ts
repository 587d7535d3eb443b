import { say } from '../text/say.js';
import type { RoadFacts } from '../worker/BenchFacts.js';
import { type Box, overlap, type RegionLayout } from './regionLayout.js';

/** How long a road is, and where that is written. */
export interface RoadWords {
  readonly says: string;
  readonly x: number;
  readonly y: number;
}

const PER_LETTER = 6;
const HEIGHT = 14;
/** Around the middle of the road. */
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];

/** Each road's length beside its line, over no other words nor over `names`; where there is no room, nothing. */
export function placeRoadWords({ sites }: RegionLayout, roads: readonly RoadFacts[], names: readonly Box[]): RoadWords[] {
  const atSites = sites.flatMap(({ x, y, words }) => [words, { x: x - 10, y: y - 10, width: 20, height: 20 }]);
  const taken: Box[] = [...names, ...atSites];
  return roads.flatMap(({ between: [a, b], km }) => {
    const [from, to] = [a, b].map((id) => sites.find(({ site }) => site === id));
    if (from === undefined || to === undefined) return [];
    const says = say('region.km', { km });
    for (const share of SHARES) {
      const [x, y] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share - 5];
      const width = says.length * PER_LETTER + 6;
      const box: Box = { x: x - width / 2, y: y - HEIGHT + 3, width, height: HEIGHT };
      if (taken.some((other) => overlap(box, other) > 0)) continue;
      taken.push(box);
      return [{ says, x, y }];
    }
    return [];
  });
}
