import { PROBLEM_LIMIT, type Problem, type Problems } from '../../format/Problem.js';
import { SourceText } from '../../format/SourceText.js';
import { columnLetters } from '../../realData/DataProblem.js';
import { readCsv } from './CsvTable.js';
import { KnownPlaces } from './KnownPlaces.js';
import { problemAt } from './problemAt.js';
import type { RegionList } from './REGION_COLUMNS.js';
import type { Region } from './Region.js';
import type { RegionRow } from './RegionRow.js';
import { readCandidates } from './readCandidates.js';
import { readLinks } from './readLinks.js';
import { readPlaces } from './readPlaces.js';
import { type NamedText, namesThatAreNone, readRegionHeader } from './readRegionHeader.js';
import { regionFrom } from './regionFrom.js';
import { regionRows } from './regionRows.js';

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
  const file = readRegionHeader(texts.region, problems);
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

/** The rows of a list; what is wrong with a cell is told where it stands in the text. */
function rowsOf(list: RegionList, { file, text }: NamedText, problems: Problem[]): readonly RegionRow[] {
  const source = new SourceText(file, text);
  const csv = readCsv(text);
  if (!('rows' in csv)) {
    problems.push(problemAt(source, csv));
    return [];
  }
  return regionRows(list, csv.rows, (row, column, name, complaint) => {
    const { from, to } = row < 0 ? { from: 0, to: 1 } : csv.placeOf(row, column ?? Number.POSITIVE_INFINITY);
    const path = name ?? (column === null ? '' : `column ${columnLetters(column)}`);
    problems.push(source.problem(path, from, to, complaint));
  });
}
