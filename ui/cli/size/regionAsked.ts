import { basename } from 'node:path';
import type { Region } from '@dosetwin/scenarios';
import { regionFromFiles } from '@dosetwin/scenarios/node/regionFiles';
import { loadRegion } from '@dosetwin/scenarios/node/regions';
import { Exit } from '../Exit.js';
import { problemsInWords } from '../openScenario.js';
import { Refusal } from '../Refusal.js';
import { tableRefusal } from './tableRefusal.js';

export interface RegionAsked {
  readonly region: Region;
  /** What was taken for granted of a spreadsheet, in sentences. */
  readonly notes: readonly string[];
}

/** The region that is asked for: one that ships, a region file, or a planner's own spreadsheet. Throws a refusal that says what to mend. */
export async function regionAsked(written: readonly string[], zone: string | undefined): Promise<RegionAsked> {
  const [first = '', second] = written;
  if (!written.some(isRegionTable)) {
    if (second !== undefined) throw new Refusal(Exit.badInput, `One region is planned for at a time; leave out ${second}.`);
    if (zone !== undefined) throw new Refusal(Exit.badInput, `--zone is for spreadsheets; ${first} says its zones itself.`);
    const read = loadRegion(first);
    if ('problems' in read) throw new Refusal(Exit.badInput, problemsInWords(read), { ...read });
    return { region: read.region, notes: [] };
  }
  const other = written.find((one) => !isRegionTable(one));
  if (other !== undefined)
    throw new Refusal(Exit.badInput, `${other} is no CSV file and no workbook (.xlsx); lists of one region come together.`);
  const { id, title } = named(first);
  const found = await regionFromFiles(id, written, { title, hypothetical: false, ...(zone !== undefined && { zone }) });
  if ('problems' in found) throw tableRefusal(found);
  return found;
}

/** `our-towns` and `our towns`, of `lists/our-towns.places.csv`. */
function named(path: string): { readonly id: string; readonly title: string } {
  const stem = basename(path).replace(/(\.(places|links|candidates|wishes))?\.\w+$/i, '');
  const id = stem
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const title = stem.replace(/[-_]+/g, ' ').trim().slice(0, 80);
  return { id: id === '' ? 'region' : id, title: title === '' ? 'A region of our own' : title };
}

/** A spreadsheet by its name; those of kinds that are not read are told what to be saved as. */
function isRegionTable(path: string): boolean {
  return /\.(csv|tsv|txt|xlsx|xlsm|xlsb|xls|ods|numbers)$/i.test(path);
}
