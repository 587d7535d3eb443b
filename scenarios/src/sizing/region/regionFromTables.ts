import { stringify } from 'yaml';
import type { Problem } from '../../format/Problem.js';
import { counted } from '../../phrase/counted.js';
import { columnLetters, DATA_PROBLEMS_TOLD, type DataProblem } from '../../realData/DataProblem.js';
import { assumedZone } from './assumedZone.js';
import { KnownPlaces } from './KnownPlaces.js';
import type { RegionList } from './REGION_COLUMNS.js';
import type { RefuseCell } from './RefuseCell.js';
import type { Place, Region } from './Region.js';
import type { RegionRow } from './RegionRow.js';
import type { RegionSheet } from './RegionSheet.js';
import { readCandidates } from './readCandidates.js';
import { readLinks } from './readLinks.js';
import { readPlaces } from './readPlaces.js';
import { type NamedText, namesThatAreNone, readRegionHeader } from './readRegionHeader.js';
import { readWishes, type WishesRead } from './readWishes.js';
import { regionFrom } from './regionFrom.js';
import { regionRows } from './regionRows.js';

/** What a planner says beside the lists: keys of a region file, with their units, `{ travel: { willing: '5 km' } }` for one. */
export type RegionSettings = Readonly<Record<string, unknown>>;

export type RegionFromTables =
  | {
      readonly region: Region;
      /** What was taken for granted since nobody said it, in sentences. */
      readonly notes: readonly string[];
    }
  | { readonly problems: readonly DataProblem[]; readonly more: number };

/** Without links, roads are as the crow flies times this. */
const ROAD_FACTOR = 1.3;
const SETTINGS_FILE = 'the settings';
const BASICS = { title: 'A region of our own', year: 2027 } as const;
const TECHNICIAN_HOURS = 'mon-fri 08:00-18:00';

/**
 * A region from a planner's lists: places with their people at least. Whatever else is not said is an assumption, and told as
 * one: a community site in each place with people, roads as the crow flies times 1.3, a technician in the place with most
 * people. Never throws; what is wrong comes back with file, sheet, row and column, at most 20 at once.
 */
export function regionFromTables(id: string, sheets: readonly RegionSheet[], settings: RegionSettings = {}): RegionFromTables {
  const problems: DataProblem[] = [];
  const notes: string[] = [];
  const rowsOf = (list: RegionList) => rowsOfList(list, sheets, problems);
  if (!sheets.some(({ list }) => list === 'places')) problems.push(NO_PLACES);
  const wishes = wishesOf(sheets, problems);
  const said = zoned(merged(settings, wishes.settings), sheets, notes);
  const zone = typeof said.zone === 'string' ? said.zone : null;
  const written = headerOf({ ...BASICS, ...said });
  const each = written.file?.people?.each ?? null;
  const places = readPlaces(rowsOf('places'), { zone, each });
  const known = new KnownPlaces(places, problems.length === 0);
  const links = readLinks(rowsOf('links'), known);
  const candidates = sheets.some(({ list }) => list === 'candidates')
    ? readCandidates(rowsOf('candidates'), known)
    : readCandidates(assumedCandidates(places, notes), known);
  if (problems.length === 0 && candidates.length === 0) problems.push(NO_CANDIDATES);
  const header = headerOf({ ...BASICS, ...said, ...assumed(said, known, places, links.length > 0, notes) });
  // Where a list is wrong, what the settings lack may be for want of it.
  if (header.file && problems.length === 0) header.problems.push(...namesThatAreNone(header.text, header.file, known.ids));
  problems.push(...header.problems.map((problem) => toldOfSettings(problem, wishes)));
  if (!header.file || problems.length > 0) {
    return { problems: problems.slice(0, DATA_PROBLEMS_TOLD), more: Math.max(0, problems.length - DATA_PROBLEMS_TOLD) };
  }
  return { region: regionFrom(id, header.file, { places, links, candidates }), notes };
}

/** A setting that is a row of the wishes is told where it stands there. */
function toldOfSettings({ path, message, expected, nearest }: Problem, { at }: Wishes): DataProblem {
  const told = { message, expected, nearest };
  return (at(path) ?? path === '')
    ? { ...WHOLE, ...at(path), ...told }
    : { ...WHOLE, name: path, ...told, message: `${path}: ${message}` };
}

interface Wishes extends Pick<WishesRead, 'settings'> {
  readonly at: (path: string) => Pick<DataProblem, 'file' | 'sheet' | 'row' | 'column' | 'name'> | null;
}

function wishesOf(sheets: readonly RegionSheet[], problems: DataProblem[]): Wishes {
  const first = sheets.find(({ list }) => list === 'wishes');
  if (first === undefined) return { settings: {}, at: () => null };
  const read = readWishes(first.rows, refusing(first, problems));
  const at = (path: string) => {
    const row = read.rowOf(path);
    const { file, sheet } = first;
    return row === null ? null : { file, sheet, row: row + 1, column: columnLetters(read.column), name: 'value' };
  };
  return { settings: read.settings, at };
}

/** What the sheets say goes before what was said beside them, section by section. */
function merged(settings: RegionSettings, wishes: RegionSettings): RegionSettings {
  const sections = Object.entries(wishes).map(([key, value]) => {
    const isSection = typeof value === 'object' && value !== null;
    return [key, isSection ? { ...sectionOf(settings[key]), ...value } : value] as const;
  });
  return { ...settings, ...Object.fromEntries(sections) };
}

const WHOLE = { file: SETTINGS_FILE, sheet: null, row: null, column: null, name: null, nearest: null };
const NO_PLACES: DataProblem = {
  ...WHOLE,
  ...{
    file: 'the lists',
    message: 'have no list of places; it needs name, latitude, longitude and people',
    expected: 'a list of places',
  },
};
const NO_CANDIDATES: DataProblem = {
  ...WHOLE,
  ...{
    file: 'the lists',
    message: 'give people to no place, so no site can serve anybody; fill the column people',
    expected: 'people',
  },
};

function rowsOfList(list: RegionList, sheets: readonly RegionSheet[], problems: DataProblem[]): readonly RegionRow[] {
  const [first, second] = sheets.filter((one) => one.list === list);
  if (!first) return [];
  if (second) {
    const message = `is the list of ${list} again, which ${first.file} is already; keep one of the two`;
    problems.push({ ...WHOLE, file: second.file, sheet: second.sheet, message, expected: 'each list once' });
  }
  return regionRows(list, first.rows, refusing(first, problems));
}

function refusing({ file, sheet }: RegionSheet, problems: DataProblem[]): RefuseCell {
  return (row, column, name, { message, expected, nearest }) => {
    const at = { row: row < 0 ? null : row + 1, column: column === null ? null : columnLetters(column) };
    problems.push({ file, sheet, ...at, name, message, expected, nearest });
  };
}

/** Settings are read like a file, so that each is held to the same rules and told in the same words. */
function headerOf(settings: RegionSettings) {
  const text: NamedText = { file: SETTINGS_FILE, text: stringify(settings) };
  const problems: Problem[] = [];
  return { file: readRegionHeader(text, problems), text, problems };
}

function assumedCandidates(places: readonly Place[], notes: string[]): readonly RegionRow[] {
  const peopled = places.filter(({ people }) => people.high > 0);
  notes.push(
    `No list of candidate sites came along, so ${counted(peopled.length, 'place')} with people may each have one, in a community organisation. That is an assumption.`,
  );
  const cells = [
    ['place', 'setting', 'source'],
    ...peopled.map(({ id }) => [id, 'community', 'assumption: one in each place with people']),
  ];
  return peopled.length === 0 ? [] : regionRows('candidates', cells, () => undefined);
}

/** A zone for places of which nobody gave one. */
function zoned(settings: RegionSettings, sheets: readonly RegionSheet[], notes: string[]): RegionSettings {
  const zone = settings.zone === undefined ? assumedZone(sheets) : null;
  if (zone === null) return settings;
  notes.push(`No time zones were given, so all places keep ${zone}, by the longitude of the first. That is an assumption.`);
  return { ...settings, zone };
}

/** Settings that nobody gave, where the defaults of a file would leave the region without ways or anybody who helps. */
function assumed(
  settings: RegionSettings,
  known: KnownPlaces,
  places: readonly Place[],
  hasLinks: boolean,
  notes: string[],
): RegionSettings {
  const travel = sectionOf(settings.travel);
  const support = sectionOf(settings.support);
  const needsFactor = !hasLinks && travel['road-factor'] === undefined;
  if (needsFactor)
    notes.push(`No list of links came along, so roads are as the crow flies times ${ROAD_FACTOR}. That is an assumption.`);
  const technicians = support.technicians === undefined ? assumedTechnician(places, notes) : named(support.technicians, known);
  return {
    ...(needsFactor && { travel: { ...travel, 'road-factor': ROAD_FACTOR } }),
    ...(technicians !== null && { support: { ...support, technicians } }),
  };
}

function assumedTechnician(places: readonly Place[], notes: string[]) {
  const most = places.reduce<Place | null>((a, b) => (a === null || b.people.likely > a.people.likely ? b : a), null);
  if (most === null) return null;
  notes.push(`Nobody was named who travels to machines, so one technician is based in ${most.name}. That is an assumption.`);
  return { technician: { place: most.id, hours: TECHNICIAN_HOURS } };
}

/** In a spreadsheet a place goes by its name, and hours may be left out. */
function named(technicians: unknown, known: KnownPlaces): RegionSettings {
  const entries = Object.entries(sectionOf(technicians)).map(([name, one]) => {
    const { place, ...rest } = sectionOf(one);
    const id = typeof place === 'string' ? (known.named(place)?.id ?? place) : place;
    return [name, { hours: TECHNICIAN_HOURS, ...(id !== undefined && { place: id }), ...rest }] as const;
  });
  return Object.fromEntries(entries);
}

function sectionOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {};
}
