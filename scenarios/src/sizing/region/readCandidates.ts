import { Complaint, quote } from '../../format/Complaint.js';
import { idOf, readId } from './idOf.js';
import type { KnownPlaces } from './KnownPlaces.js';
import type { Candidate, Setting } from './Region.js';
import type { RegionRow } from './RegionRow.js';
import { CANDIDATE_PARAMETERS, SETTING_DEFAULTS } from './regionParameters.js';
import { readWeek } from './weekText.js';

export const SETTINGS: readonly Setting[] = ['housing', 'community', 'pharmacy', 'health'];

/** The candidate sites of a list; a row of which something is wrong is told and left out. */
export function readCandidates(rows: readonly RegionRow[], places: KnownPlaces): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const row of rows) {
    const candidate = readCandidate(row, places, candidates);
    if (candidate === null) continue;
    if (candidates.some(({ id }) => id === candidate.id)) {
      row.refuse('id', Complaint.of(quote(candidate.id), 'is in the list already; give one of the two another id', 'another id'));
    } else candidates.push(candidate);
  }
  return candidates;
}

function readCandidate(row: RegionRow, places: KnownPlaces, before: readonly Candidate[]): Candidate | null {
  const place = places.find(row, 'place');
  const setting = row.word('setting', 'setting', SETTINGS);
  if (place === null || setting === null) return null;
  const defaults = SETTING_DEFAULTS[setting];
  const name = row.plain('name') || `${places.byId(place)?.name ?? place}, ${setting}`;
  const id = readId(row, row.has('name') ? idOf(name) : nextId(`${place}-${setting}`, before));
  const week = row.read('hours', (text) => readWeek(text === '' ? defaults.hours : text));
  const opens = row.estimate('opens', CANDIDATE_PARAMETERS.opens);
  const keyOnSite = row.estimate('key', defaults.keyOnSite);
  const costPerYear = row.estimate('cost', CANDIDATE_PARAMETERS.cost);
  const room = row.has('room') ? row.number('room', 'a number of machines', 1, 100) : defaults.room;
  if (id === null || !week || !opens || !keyOnSite || !costPerYear || room === null) return null;
  if (!Number.isInteger(room)) {
    row.refuse('room', Complaint.of(quote(room), 'is not whole; write a number of machines', 'a whole number'));
    return null;
  }
  return { id, name, place, setting, week, opens, keyOnSite, costPerYear, room, source: row.source() };
}

function nextId(base: string, before: readonly Candidate[]): string {
  const taken = new Set(before.map(({ id }) => id));
  let id = base;
  for (let next = 2; taken.has(id); next++) id = `${base}-${next}`;
  return id;
}
