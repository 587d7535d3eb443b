import { listed } from '../../phrase/listed.js';
import { outOfReach } from './outOfReach.js';
import type { Region } from './Region.js';
import { type YearOfWays, yearOfWays } from './ways.js';

const NAMES_TOLD = 8;

/** What lies apart in a region, and what to do about it: whole sentences, to be read before anybody waits for a plan. */
export function regionNotes(region: Region, year: YearOfWays = yearOfWays(region)): readonly string[] {
  const { never, seasonal, unused, withoutTechnician } = outOfReach(region, year);
  const names = (some: readonly { readonly name: string }[]) =>
    listed(
      some.map(({ name }) => name),
      NAMES_TOLD,
    );
  const { furthestKm } = region.travel;
  const notes: string[] = [];
  if (never.length > 0)
    notes.push(
      `No possible site lies within ${furthestKm} km of ${names(never)} by road, winter road or ferry, so no plan reaches anybody there: add a site there, or a way in the list of links.`,
    );
  if (seasonal.length > 0)
    notes.push(
      `From ${names(seasonal.map(({ place }) => place))} a site lies within ${furthestKm} km on some days of the year only.`,
    );
  if (unused.length > 0) notes.push(`Nobody lives within reach of ${names(unused)}.`);
  if (withoutTechnician.length > 0)
    notes.push(
      `No way leads any technician to ${names(withoutTechnician)}: a machine there waits for the next round of restocking. Add a way, by air say, or a technician there.`,
    );
  return notes;
}
