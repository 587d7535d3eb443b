import { isZoneName, zoneNames } from '@dosetwin/twin';
import { Complaint } from '../../format/Complaint.js';
import { editorSchemaOf } from '../../format/editorSchema.js';
import { explainIssues } from '../../format/explainIssue.js';
import { unknownName } from '../../format/nearestName.js';
import { PROBLEM_LIMIT, type Problem, type Problems } from '../../format/Problem.js';
import { placeOf } from '../../format/placeOf.js';
import { type PlacedComplaint, readYaml } from '../../format/readYaml.js';
import { plainOf, type SourceNode, type SourcePath } from '../../format/SourceNode.js';
import { SourceText } from '../../format/SourceText.js';
import { columnLetters } from '../../realData/DataProblem.js';
import { readCsv } from './CsvTable.js';
import { KnownPlaces } from './KnownPlaces.js';
import type { RegionList } from './REGION_COLUMNS.js';
import type { Region } from './Region.js';
import type { RegionRow } from './RegionRow.js';
import { readCandidates } from './readCandidates.js';
import { readLinks } from './readLinks.js';
import { readPlaces } from './readPlaces.js';
import { regionFrom } from './regionFrom.js';
import { regionRows } from './regionRows.js';
import { type RegionFile, regionSchema } from './regionSchema.js';

/** A text and the name of its file, for problems. */
export interface NamedText {
  readonly file: string;
  readonly text: string;
}

/** The files of a region. Without links, places are reached by `road-factor` alone. */
export interface RegionTexts {
  /** What the region is called on the command line: `northern-ontario`. */
  readonly id: string;
  readonly region: NamedText;
  readonly places: NamedText;
  readonly links?: NamedText;
  readonly candidates: NamedText;
}

export type RegionRead = { readonly region: Region } | Problems;

/**
 * Reads a region from its texts and checks all of it. Touches no file and never throws: whatever is wrong comes back as
 * problems, file by file and in the order of each, at most 20 of them.
 */
export function readRegion(texts: RegionTexts): RegionRead {
  const problems: Problem[] = [];
  const file = readHeader(texts.region, problems);
  // A zone that is missing or wrong is told once, in the region file, and not for every row.
  const zone = file ? (file.zone ?? null) : 'unknown';
  const before = problems.length;
  const places = readPlaces(rowsOf('places', texts.places, problems), { zone, each: file?.people?.each ?? null });
  const isWhole = problems.length === before;
  const known = new KnownPlaces(places, isWhole);
  const links = texts.links ? readLinks(rowsOf('links', texts.links, problems), known) : [];
  const candidates = readCandidates(rowsOf('candidates', texts.candidates, problems), known);
  if (file) problems.push(...namesThatAreNone(texts.region, file, isWhole ? known.ids : null));
  if (file && problems.length === 0) return { region: regionFrom(texts.id, file, { places, links, candidates }) };
  return { problems: problems.slice(0, PROBLEM_LIMIT), more: Math.max(0, problems.length - PROBLEM_LIMIT) };
}

function readHeader({ file, text }: NamedText, problems: Problem[]): RegionFile | null {
  const source = new SourceText(file, text);
  const yaml = readYaml(text);
  if ('complaints' in yaml) {
    problems.push(...yaml.complaints.map((one) => problemOf(source, one)));
    return null;
  }
  const read = regionSchema().safeParse(plainOf(yaml.root));
  if (read.success) return read.data;
  const placed = explainIssues(read.error.issues, yaml.root, editorSchemaOf(regionSchema()));
  problems.push(...[...placed].sort((a, b) => a.from - b.from).map((one) => problemOf(source, one)));
  return null;
}

function problemOf(source: SourceText, { path, from, to, complaint }: PlacedComplaint): Problem {
  return source.problem(path, from, to, complaint);
}

/** The rows of a list; what is wrong with a cell is told where it stands in the text. */
function rowsOf(list: RegionList, { file, text }: NamedText, problems: Problem[]): readonly RegionRow[] {
  const source = new SourceText(file, text);
  const csv = readCsv(text);
  if (!('rows' in csv)) {
    problems.push(problemOf(source, csv));
    return [];
  }
  return regionRows(list, csv.rows, (row, column, name, complaint) => {
    const { from, to } = row < 0 ? { from: 0, to: 1 } : csv.placeOf(row, column ?? Number.POSITIVE_INFINITY);
    const path = name ?? (column === null ? '' : `column ${columnLetters(column)}`);
    problems.push(source.problem(path, from, to, complaint));
  });
}

/** Zones and places that the region file names; its own text is looked at again for where they stand. */
function namesThatAreNone({ file, text }: NamedText, region: RegionFile, placeIds: readonly string[] | null): readonly Problem[] {
  const source = new SourceText(file, text);
  const yaml = readYaml(text);
  if (!('root' in yaml)) return [];
  const found: Problem[] = [];
  const refuse = (root: SourceNode, path: SourcePath, complaint: Complaint) =>
    found.push(problemOf(source, { ...placeOf(root, path), complaint }));
  const zones = [
    [['zone'], region.zone],
    [['support', 'desk-zone'], region.support?.['desk-zone']],
  ] as const;
  for (const [path, zone] of zones) {
    if (zone !== undefined && !isZoneName(zone)) refuse(yaml.root, path, unknownName(zone, 'time zone', zoneNames));
  }
  for (const [name, { place }] of Object.entries(region.support?.technicians ?? {})) {
    if (placeIds === null || placeIds.includes(place)) continue;
    refuse(yaml.root, ['support', 'technicians', name, 'place'], unknownName(place, 'place of the list of places', placeIds));
  }
  if (Object.keys(region.support?.technicians ?? {}).length === 0) {
    const message = 'nobody travels to machines; write support: technicians: with one name at least, its place and its hours';
    refuse(yaml.root, ['support', 'technicians'], new Complaint(message, 'nothing', 'one technician or more'));
  }
  return found;
}
