import type { Candidate, Place, Region } from './Region.js';
import { type YearOfWays, yearOfWays } from './ways.js';

/** What lies apart in a region, for an answer that says so. */
export interface OutOfReach {
  /** Places with people from which no candidate site is within reach on any day of the year. */
  readonly never: readonly Place[];
  /** Places with people that have one within reach on some days and none on others, and on how many of 366 they have one. */
  readonly seasonal: readonly { readonly place: Place; readonly days: number }[];
  /** Candidate sites that nobody can come to on any day. */
  readonly unused: readonly Candidate[];
  /** Places to which no technician has a way on any day. */
  readonly withoutTechnician: readonly Place[];
}

/** Who and what no road, or no short enough one, joins. */
export function outOfReach(region: Region, year: YearOfWays = yearOfWays(region)): OutOfReach {
  const { places, candidates, travel, support } = region;
  const size = places.length;
  const index = new Map(places.map(({ id }, i) => [id, i]));
  const at = candidates.map(({ place }) => index.get(place) as number);
  const from = support.technicians.map(({ place }) => index.get(place) as number);
  const daysOf = (isJoined: (season: (typeof year.seasons)[number]) => boolean) =>
    year.seasons.reduce(
      (sum, season) => sum + (isJoined(season) ? season.days.reduce((days, [first, last]) => days + last - first + 1, 0) : 0),
      0,
    );
  const people = places.flatMap((place, i) => (place.people.high > 0 ? [{ place, i }] : []));
  const withDays = people.map(({ place, i }) => ({
    place,
    days: daysOf(({ peopleKm }) => at.some((site) => (peopleKm[i * size + site] as number) <= travel.furthestKm)),
  }));
  const comesTo = (site: number) =>
    people.some(({ i }) => year.seasons.some(({ peopleKm }) => (peopleKm[i * size + site] as number) <= travel.furthestKm));
  return {
    never: withDays.filter(({ days }) => days === 0).map(({ place }) => place),
    seasonal: withDays.filter(({ days }) => days > 0 && days < 366),
    unused: candidates.filter((_, i) => !comesTo(at[i] as number)),
    withoutTechnician: places.filter((_, i) =>
      year.seasons.every(({ hours }) => from.every((base) => hours[base * size + i] === Number.POSITIVE_INFINITY)),
    ),
  };
}
