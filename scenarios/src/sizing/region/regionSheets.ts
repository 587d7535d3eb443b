import { decodeUtf8 } from '../../format/decodeUtf8.js';
import { nearestName } from '../../format/nearestName.js';
import { listed } from '../../phrase/listed.js';
import type { DataProblem } from '../../realData/DataProblem.js';
import { readWorkbook } from '../../realData/read/readWorkbook.js';
import type { Cell } from '../../realData/Table.js';
import { readCsv } from './CsvTable.js';
import { REGION_LISTS } from './REGION_COLUMNS.js';
import type { RegionSheet } from './RegionSheet.js';

export type RegionSheetsRead = { readonly sheets: readonly RegionSheet[] } | { readonly problems: readonly DataProblem[] };

const MIB = 1_048_576;
const LARGEST_FILE = 20 * MIB;
/** Other words for the lists, as sheets and files are called. */
const ALSO: Readonly<Record<string, RegionSheet['list']>> = {
  ...{ people: 'places', sites: 'candidates', roads: 'links', ways: 'links' },
  ...{ wishes: 'wishes', wish: 'wishes', settings: 'wishes' },
};

/**
 * The lists in a file that was dropped or named: a CSV file, or the sheets of a workbook. A file, or a workbook of one sheet,
 * that is not called after a list is one of places. `text` is what was pasted, in place of bytes.
 */
export async function regionSheets(file: string, content: Uint8Array | string): Promise<RegionSheetsRead> {
  const told = (message: string, expected = 'a CSV file or a workbook'): RegionSheetsRead => ({
    problems: [{ file, sheet: null, row: null, column: null, name: null, message, expected, nearest: null }],
  });
  if (content.length > LARGEST_FILE) return told(`has ${Math.round(content.length / MIB)} MiB; at most 20 are read`);
  if (typeof content === 'string') return csvSheet(file, content, told);
  const isPacked = content[0] === 0x50 && content[1] === 0x4b;
  if (/\.xlsx$/i.test(file) || isPacked) return await workbookSheets(file, content, told);
  if (/\.(xls|xlsm|xlsb|ods|numbers)$/i.test(file))
    return told('is a workbook of another kind; save it as .xlsx, or each sheet as CSV');
  if (content.includes(0)) return told('is no text that can be read; save the list as "CSV UTF-8"', 'text in UTF-8');
  const decoded = decodeUtf8(content);
  if ('text' in decoded) return csvSheet(file, decoded.text, told);
  const row = 1 + content.subarray(0, decoded.badByteAt).filter((byte) => byte === 0x0a).length;
  return told(`has a letter in line ${row} that is not in UTF-8; save it as "CSV UTF-8"`, 'text in UTF-8');
}

/** The list that a file or sheet is called after: `places`, `own.places.csv`, `Sites`. */
function listOf(name: string): RegionSheet['list'] | null {
  const words = name
    .toLowerCase()
    .split(/[^a-z]+/)
    .reverse();
  for (const word of words) {
    const found = REGION_LISTS.find((list) => list === word || list === `${word}s`) ?? ALSO[word];
    if (found) return found;
  }
  return null;
}

function csvSheet(file: string, text: string, told: (message: string, expected?: string) => RegionSheetsRead): RegionSheetsRead {
  const csv = readCsv(text);
  if (!('rows' in csv)) return told(csv.complaint.message, 'CSV');
  return { sheets: [{ list: listOf(file.replace(/\.\w+$/, '')) ?? 'places', file, sheet: null, rows: csv.rows }] };
}

async function workbookSheets(
  file: string,
  bytes: Uint8Array,
  told: (message: string) => RegionSheetsRead,
): Promise<RegionSheetsRead> {
  const read = await readWorkbook(bytes, cellOf);
  if ('message' in read) return told(read.message);
  const [only] = read;
  if (only && read.length === 1)
    return { sheets: [{ list: listOf(only.sheet) ?? 'places', file, sheet: only.sheet, rows: only.rows }] };
  const sheets = read.flatMap(({ sheet, rows }) => {
    const list = listOf(sheet);
    return list === null ? [] : [{ list, file, sheet, rows }];
  });
  if (sheets.some(({ list }) => list === 'places')) return { sheets };
  const nearest = read.flatMap(({ sheet }) => nearestName(sheet, REGION_LISTS) ?? [])[0];
  const advice = nearest === undefined ? '' : `; did you mean ${nearest}?`;
  return told(
    `has no sheet called places, but ${listed(
      read.map(({ sheet }) => `'${sheet}'`),
      5,
    )}${advice}`,
  );
}

/** Nothing in a region is a date; what a spreadsheet took for one is shown as it is. */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}
