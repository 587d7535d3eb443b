import { Complaint, quote } from '../../format/Complaint.js';
import type { KnownPlaces } from './KnownPlaces.js';
import type { Link, TravelMode } from './Region.js';
import type { RegionRow } from './RegionRow.js';
import { readSeason } from './seasonText.js';

export const TRAVEL_MODES: readonly TravelMode[] = ['road', 'winter-road', 'air', 'rail', 'ferry'];

/** The ways of a list; a row of which something is wrong is told and left out. */
export function readLinks(rows: readonly RegionRow[], places: KnownPlaces): readonly Link[] {
  return rows.flatMap((row) => {
    const a = places.find(row, 'from');
    const b = places.find(row, 'to');
    const mode = row.word('mode', 'way of travelling', TRAVEL_MODES);
    const km = row.number('km', 'a length in kilometres', 0, 20_000);
    const hours = row.has('hours') ? row.number('hours', 'a number of hours', 0, 1_000) : undefined;
    const season = row.has('season') ? row.read('season', readSeason) : undefined;
    if (a === null || b === null || mode === null || km === null || hours === null || season === null) return [];
    if (a === b) {
      row.refuse('to', Complaint.of(quote(row.plain('to')), 'is where the way begins; a way has two ends', 'another place'));
      return [];
    }
    return [{ a, b, mode, km, ...(hours !== undefined && { hours }), ...(season && { season }), source: row.source() }];
  });
}
