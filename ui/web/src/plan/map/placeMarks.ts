import type { Plan, Reach, Region } from '@dosetwin/scenarios';
import { isSmall } from '@dosetwin/scenarios';
import { machinesByPlace } from '../store/planEdits.js';
import type { MapView } from './mapView.js';

/** A place as it is drawn: its people as an area, those with a machine within reach as the part of it that is filled. */
export interface PlaceMark {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Likely people; `null` below five and above none: too few to be shown. */
  readonly people: number | null;
  readonly reached: number | null;
  readonly nearestKm: number | null;
  readonly isTooFar: boolean;
  readonly radius: number;
  readonly reachedRadius: number;
  readonly machines: number;
  /** A machine may stand here. */
  readonly isPossible: boolean;
}

/** Of the whole picture, what all people together may take. */
const SHARE_OF_PICTURE = 0.012;
const LEAST_PX = 3.5;
const MOST_PX = 44;

export function placeMarks(
  region: Region,
  view: MapView,
  plan: Plan | null,
  reach: Reach | null,
  area_px: number,
): readonly PlaceMark[] {
  const people = region.places.reduce((sum, place) => sum + place.people.likely, 0);
  const perPerson = people > 0 ? (area_px * SHARE_OF_PICTURE) / people : 0;
  const radiusOf = (count: number) => Math.min(MOST_PX, Math.max(LEAST_PX, Math.sqrt((count * perPerson) / Math.PI)));
  const machines = plan === null ? new Map<string, number>() : machinesByPlace(region, plan);
  const possible = new Set(region.candidates.map(({ place }) => place));
  return region.places.map((place) => {
    const there = reach?.places.find((one) => one.place === place.id);
    const { likely } = place.people;
    const reached = there?.reached ?? 0;
    const hidden = isSmall(likely);
    const radius = hidden ? LEAST_PX : radiusOf(likely);
    return {
      id: place.id,
      name: place.name,
      ...view.at(place),
      people: hidden ? null : likely,
      reached: hidden || isSmall(reached) || isSmall(likely - reached) ? null : reached,
      nearestKm: there?.nearestKm ?? null,
      isTooFar: there?.isTooFar ?? false,
      radius,
      // With a few left out, or a few reached, the whole circle tells neither.
      reachedRadius: likely > 0 ? radius * Math.sqrt(shareShown(reached, likely)) : 0,
      machines: machines.get(place.id) ?? 0,
      isPossible: possible.has(place.id),
    };
  });
}

/** Small numbers on either side of the line are drawn as none. */
function shareShown(reached: number, people: number): number {
  if (isSmall(reached)) return 0;
  return isSmall(people - reached) ? 1 : reached / people;
}
