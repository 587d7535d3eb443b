import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { DataProblem } from '../realData/DataProblem.js';
import { REGION_LISTS } from '../sizing/region/REGION_COLUMNS.js';
import type { Region } from '../sizing/region/Region.js';
import {
  type RegionFromTables,
  type RegionSettings,
  type RegionSheet,
  regionFromTables,
} from '../sizing/region/regionFromTables.js';
import { regionSheets } from '../sizing/region/regionSheets.js';
import { regionTemplate } from '../sizing/region/regionTemplate.js';
import { writeRegion } from '../sizing/region/writeRegion.js';
import { readBytes } from './readBytes.js';
import { listFile } from './regions.js';

const LARGEST_FILE = 20 * 1_048_576;

/** A region from a planner's files: lists in CSV, or a workbook. What the disk refuses is a problem like any other. */
export async function regionFromFiles(
  id: string,
  paths: readonly string[],
  settings: RegionSettings = {},
): Promise<RegionFromTables> {
  const sheets: RegionSheet[] = [];
  const problems: DataProblem[] = [];
  for (const path of paths) {
    const bytes = readBytes(path, LARGEST_FILE + 1, 'region');
    if ('problems' in bytes) {
      problems.push(
        ...bytes.problems.map(({ file, message, expected, nearest }) => ({ ...WHOLE, file, message, expected, nearest })),
      );
      continue;
    }
    const read = await regionSheets(basename(path), bytes);
    if ('problems' in read) problems.push(...read.problems);
    else sheets.push(...read.sheets);
  }
  return problems.length > 0 ? { problems, more: 0 } : regionFromTables(id, sheets, settings);
}

const WHOLE = { sheet: null, row: null, column: null, name: null };

/** Writes a region as `file`, which ends in .yaml, and the lists beside it; the files written. */
export function writeRegionFiles(file: string, region: Region): readonly string[] {
  const files = writeRegion(region);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, files.region);
  for (const list of REGION_LISTS) writeFileSync(listFile(file, list), files[list]);
  return [file, ...REGION_LISTS.map((list) => listFile(file, list))];
}

/** Writes a region of two fictional places to be filled in, as `file` and its lists; the files written. */
export function writeRegionTemplate(file: string): readonly string[] {
  mkdirSync(dirname(file), { recursive: true });
  return regionTemplate().map(({ ends, text }) => {
    const path = file.replace(/\.ya?ml$/, '') + ends;
    writeFileSync(path, text);
    return path;
  });
}
