import { isZoneName, zoneNames } from '@dosetwin/twin';
import { Complaint, quote } from '../../format/Complaint.js';
import { unknownName } from '../../format/nearestName.js';
import { defaultEstimate, STATED } from './estimateSchema.js';
import { idOf, readId } from './idOf.js';
import type { Estimate, Place } from './Region.js';
import type { RegionRow } from './RegionRow.js';
import { PLACE_PARAMETERS, type RegionParameter } from './regionParameters.js';

const MOST_PEOPLE = 100_000;
const PEOPLE: RegionParameter = {
  ...{ low: 0, likely: 0, high: 0, unit: 'count', min: 0, max: MOST_PEOPLE },
  ...{ says: 'a number of people', source: 'assumption: none' },
};
const RATE: RegionParameter = {
  ...{ low: 0, likely: 0, high: 0, unit: 'count', min: 0, max: 100_000 },
  ...{ says: 'a number of cases a year per 100,000', source: STATED },
};

/** What the region file says of all places. */
export interface PlaceDefaults {
  /** Zone of the places whose row has none; whether it is one is told elsewhere. */
  readonly zone: string | null;
  readonly each: Estimate | null;
}

/** The places of a list; a row of which something is wrong is told and left out. */
export function readPlaces(rows: readonly RegionRow[], defaults: PlaceDefaults): readonly Place[] {
  const places: Place[] = [];
  for (const row of rows) {
    const place = readPlace(row, defaults);
    if (place === null) continue;
    const before = places.find(({ id }) => id === place.id);
    const message = `is in the list already; write one row for each place, or give one of them another id`;
    if (before) row.refuse('name', Complaint.of(quote(place.name), message, 'each place once'));
    else places.push(place);
  }
  return places;
}

function readPlace(row: RegionRow, defaults: PlaceDefaults): Place | null {
  if (!row.has('latitude') && !row.has('longitude')) return withoutCoordinates(row);
  const name = row.text('name', 'what the place is called');
  const lat = row.number('latitude', 'a latitude in degrees', -90, 90);
  const lon = row.number('longitude', 'a longitude in degrees', -180, 180);
  if (lat !== null && lon !== null && isTurnedRound(row, lat, lon)) return null;
  const zone = readZone(row, defaults.zone);
  const population = row.has('population') ? row.number('population', 'a number of people', 0, 50_000_000) : 0;
  const people = readPeople(row, population ?? 0, defaults.each);
  const id = name === null ? null : readId(row, idOf(name));
  if (name === null || lat === null || lon === null || zone === null || population === null || !people || id === null)
    return null;
  return { id, name, lat, lon, zone, population, ...people, source: row.source() };
}

/** A place that would lie in Canada if latitude and longitude were exchanged, or the longitude were west: surely it was meant so. */
function isTurnedRound(row: RegionRow, lat: number, lon: number): boolean {
  const isInCanada = (north: number, east: number) => north > 41 && north < 84 && east > -142 && east < -52;
  if (isInCanada(lat, lon)) return false;
  if (isInCanada(lon, lat)) {
    const message = 'is a longitude of Canada in the column of latitudes; exchange the two columns';
    row.refuse('latitude', Complaint.of(quote(lat), message, 'a latitude'));
    return true;
  }
  if (!isInCanada(lat, -lon)) return false;
  const message = `lies far to the east of Canada; write ${-lon}, with a minus sign for the west`;
  row.refuse('longitude', Complaint.of(quote(lon), message, 'degrees east, less than 0 in Canada'));
  return true;
}

/** Nobody can be sent to a place that is nowhere; a sum or a remark below a list is told to be one. */
function withoutCoordinates(row: RegionRow): null {
  const found = quote(row.plain('name') || 'this row');
  const isSum = /^(sub)?\s*(total|sum|somme|all places)\b/i.test(row.plain('name'));
  const isRemark = !row.has('people') && !row.has('rate') && !row.has('population');
  const message = isSum
    ? 'is a sum, and no place; take the row out'
    : isRemark
      ? 'is no place, or one of which nothing is said; take the row out, or write its latitude, longitude and people'
      : 'has no coordinates, so no way can lead to it; write its latitude and longitude in degrees, such as 48.38 and -89.25 (a map shows them), or take the row out';
  row.refuse('name', Complaint.of(found, message, 'latitude and longitude'));
  return null;
}

function readZone(row: RegionRow, otherwise: string | null): string | null {
  const written = row.plain('zone') || otherwise;
  if (written === null) {
    row.refuse(
      null,
      new Complaint(
        'the row has no zone; write one such as America/Toronto, or `zone:` in the region file',
        'nothing',
        'a time zone',
      ),
    );
    return null;
  }
  if (!row.has('zone') || isZoneName(written)) return written;
  row.refuse('zone', unknownName(written, 'time zone', zoneNames));
  return null;
}

/** As the row says; otherwise population × rate × people for each case, said to be an assumption; otherwise nobody. */
function readPeople(row: RegionRow, population: number, each: Estimate | null): Pick<Place, 'people' | 'rate'> | null {
  if (row.has('people') || row.has('people low') || row.has('people high')) {
    const people = row.estimate('people', PEOPLE);
    return people && { people: whole(people) };
  }
  if (!row.has('rate')) return { people: { low: 0, likely: 0, high: 0, source: PEOPLE.source } };
  const rate = row.estimate('rate', RATE);
  if (rate === null) return null;
  if (row.has('population'))
    return { people: peopleAtRate(population, rate, each ?? defaultEstimate(PLACE_PARAMETERS.each)), rate };
  row.refuse(
    'rate',
    Complaint.of(quote(row.plain('rate')), 'is a rate, and the row has no population; write it, or people', 'a population'),
  );
  return null;
}

/** What a rate per 100,000 comes to in a place, at the least, likely and most of both. */
function peopleAtRate(population: number, rate: Estimate, each: Estimate): Estimate {
  const people = (cases: number, of: number) => (population * cases * of) / 100_000;
  return whole({
    low: people(rate.low, each.low),
    likely: people(rate.likely, each.likely),
    high: people(rate.high, each.high),
    source: `assumption: ${population} people × ${rate.likely} (${rate.low} to ${rate.high}) cases a year per 100,000 × ${each.likely} (${each.low} to ${each.high}) people for each case; rate: ${rate.source}`,
  });
}

/** Whole people: the least rounded down, the most up. */
function whole({ low, likely, high, source }: Estimate): Estimate {
  return { low: Math.floor(low), likely: Math.round(likely), high: Math.ceil(high), source };
}
