import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { DataProblem } from '../realData/DataProblem.js';
import { REGION_LISTS } from '../sizing/region/REGION_COLUMNS.js';
import type { Region } from '../sizing/region/Region.js';
import type { RegionSheet } from '../sizing/region/RegionSheet.js';
import { type RegionFromTables, type RegionSettings, regionFromTables } from '../sizing/region/regionFromTables.js';
import { regionSheets } from '../sizing/region/regionSheets.js';
import { regionTemplate } from '../sizing/region/regionTemplate.js';
import { regionWorkbook } from '../sizing/region/regionWorkbook.js';
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

/**
 * Writes a region of two fictional places to be filled in; the files written. `file` ends in .xlsx, for one workbook; in .csv, for
 * a list of places; or in .yaml, for a region file with its lists.
 */
export function writeRegionTemplate(file: string): readonly string[] {
  mkdirSync(dirname(file), { recursive: true });
  if (file.endsWith('.xlsx')) {
    writeFileSync(file, regionWorkbook());
    return [file];
  }
  return templateTexts(file).map(([path, text]) => {
    writeFileSync(path, text);
    return path;
  });
}

/** What `writeRegionTemplate` would write. */
export function templateFiles(file: string): readonly string[] {
  return file.endsWith('.xlsx') ? [file] : templateTexts(file).map(([path]) => path);
}

function templateTexts(file: string): readonly (readonly [path: string, text: string])[] {
  const files = regionTemplate();
  if (!file.endsWith('.csv')) return files.map(({ ends, text }) => [file.replace(/\.ya?ml$/, '') + ends, text]);
  return files.flatMap(({ ends, text }) => (ends === '.places.csv' ? [[file, text] as const] : []));
}
