import { type DataProblem, REGION_LISTS, type RegionSheet, regionFromTables, regionNotes } from '@dosetwin/scenarios';
import { regionSheets } from '@dosetwin/scenarios/regionSheets';
import { unzipSync } from 'fflate';
import { say } from '../../text/say.js';
import type { GivenFile, PlaceProblem } from './planProtocol.js';
import { type RegionReading, readTexts } from './readTexts.js';

/** Reads what was dropped, chosen or pasted: a region file with its lists, or a spreadsheet in one file or several. */
export async function readGiven(given: readonly GivenFile[]): Promise<RegionReading> {
  const files = given.flatMap(unpacked);
  const header = files.find(({ name }) => /\.ya?ml$/i.test(name));
  if (header !== undefined) return readRegionFiles(header, files);
  const sheets: RegionSheet[] = [];
  for (const { name, bytes } of files) {
    const read = await regionSheets(name, bytes);
    if ('problems' in read) return { type: 'refused', problems: read.problems.map(cellProblem), more: 0 };
    sheets.push(...read.sheets);
  }
  const title = (files[0]?.name ?? say('plan.title')).replace(/\.\w+$/, '');
  const read = regionFromTables(idOf(title), sheets, { title, hypothetical: false });
  if ('problems' in read) return { type: 'refused', problems: read.problems.map(cellProblem), more: read.more };
  return {
    type: 'read',
    region: read.region,
    notes: [...read.notes, ...regionNotes(read.region)],
  };
}

/** The files of an archive that this page wrote; a workbook is an archive too, and stays as it is. */
function unpacked(file: GivenFile): readonly GivenFile[] {
  if (!/\.zip$/i.test(file.name)) return [file];
  try {
    return Object.entries(unzipSync(file.bytes, { filter: ({ originalSize }) => originalSize < LARGEST })).map(
      ([name, bytes]) => ({ name, bytes }),
    );
  } catch {
    return [file];
  }
}

const LARGEST = 20 * 1_048_576;

/** A region file as the command line has it: its lists lie beside it, named after it. */
function readRegionFiles(header: GivenFile, files: readonly GivenFile[]): RegionReading {
  const text = ({ bytes }: GivenFile) => new TextDecoder().decode(bytes);
  const [places, links, candidates] = REGION_LISTS.map((list) => {
    const file = files.find(({ name }) => name.toLowerCase().endsWith(`.${list}.csv`));
    return file === undefined ? null : { file: file.name, text: text(file) };
  });
  if (!places || !candidates) {
    return { type: 'refused', problems: [{ where: header.name, message: say('plan.problems.lists') }], more: 0 };
  }
  const id = header.name.replace(/\.ya?ml$/i, '');
  return readTexts({ id, region: { file: header.name, text: text(header) }, places, ...(links ? { links } : {}), candidates });
}

/** Where a cell stands, as a spreadsheet says it. */
function cellProblem({ file, sheet, row, column, name, message }: DataProblem): PlaceProblem {
  const where = [
    file,
    ...(sheet === null ? [] : [say('plan.problems.sheet', { sheet })]),
    ...(row === null ? [] : [say('plan.problems.row', { row })]),
    ...(column === null ? [] : [say('plan.problems.column', { column, name: name ?? '' })]),
  ];
  return { where: where.join(', '), message };
}

/** A name for files, made of a title. */
function idOf(title: string): string {
  const plain = title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'region' : plain;
}
