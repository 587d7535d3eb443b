import { listed } from '../../phrase/listed.js';
import type { Region } from '../region/Region.js';
import type { KmBetween } from './KmBetween.js';
import type { Reach } from './reachOf.js';

const NAMES_TOLD = 8;

/** What a planner should know of the region and the plan before believing either: whole sentences. */
export function notesOf(region: Region, km: KmBetween, reach: Reach): readonly string[] {
  const notes: string[] = [];
  const names = (some: readonly string[]) => listed(some, NAMES_TOLD);
  const withPeople = region.places.filter(({ people }) => people.high > 0);
  const apart = withPeople.filter(({ id }) => region.candidates.every(({ place }) => place !== id && km(id, place) === null));
  if (apart.length > 0)
    notes.push(
      `No way leads from ${names(apart.map(({ name }) => name))} to any candidate site, so nobody there is reached: add a link or a site there, or give the region a road factor.`,
    );
  const far = withPeople.filter(
    ({ id }) =>
      !apart.some((one) => one.id === id) &&
      region.candidates.every(
        ({ place }) => place !== id && (km(id, place) ?? Number.POSITIVE_INFINITY) > region.travel.furthestKm,
      ),
  );
  if (far.length > 0)
    notes.push(
      `${names(far.map(({ name }) => name))} ${far.length === 1 ? 'lies' : 'lie'} farther than ${region.travel.furthestKm} km from every candidate site.`,
    );
  const idle = reach.sites
    .filter(({ people }) => people === 0)
    .map(({ candidate }) => region.candidates.find(({ id }) => id === candidate)?.name ?? candidate);
  if (idle.length > 0)
    notes.push(
      `With the likely number of people nobody would use ${names(idle)}: ${idle.length === 1 ? 'it is' : 'they are'} there for futures with more people, or with sites that fall through.`,
    );
  return notes;
}
