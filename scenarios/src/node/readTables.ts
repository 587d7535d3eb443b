import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { quote } from '../format/Complaint.js';
import { decodeUtf8 } from '../format/decodeUtf8.js';
import { nearestName } from '../format/nearestName.js';
import { listed } from '../phrase/listed.js';
import type { DataProblem } from '../realData/DataProblem.js';
import { readWorkbook } from '../realData/read/readWorkbook.js';
import { type Cell, TABLE_NAMES, type Table, type TableName } from '../realData/Table.js';

const MIB = 1_048_576;
const LARGEST_FILE = 20 * MIB;

export interface TablesRead {
  readonly tables: readonly Table[];
  readonly problems: readonly DataProblem[];
}

/** Reads the lists in files and folders: CSV files and workbooks that are called, or whose sheets are called, like a list. */
export async function readTables(paths: readonly string[]): Promise<TablesRead> {
  const tables: Table[] = [];
  const problems: DataProblem[] = [];
  for (const path of paths) {
    try {
      for (const file of filesOf(path)) tables.push(...(await tablesOf(file)));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      problems.push(error.problem);
    }
  }
  return { tables, problems };
}

/** Why a file cannot be read, for whoever made it. */
class UnreadableFile extends Error {
  readonly problem: DataProblem;

  constructor(file: string, message: string, expected = 'a CSV file or a workbook', row: number | null = null) {
    super(message);
    this.problem = { file, sheet: null, row, column: null, name: null, message, expected, nearest: null };
  }
}

/** The lists in a folder, or the file itself. */
function filesOf(path: string): readonly string[] {
  const isFolder = fromDisk(path, () => statSync(path)).isDirectory();
  if (!isFolder) return [path];
  const names = fromDisk(path, () => readdirSync(path)).filter((name) => !name.startsWith('~$') && !name.startsWith('.'));
  const files = names.filter((name) => /\.xlsx$/i.test(name) || isListName(name)).sort();
  if (files.length > 0) return files.map((name) => join(path, name));
  const wanted = TABLE_NAMES.map((name) => `${name}.csv`);
  throw new UnreadableFile(
    path,
    `has none of ${listed(wanted)}, and no workbook (.xlsx); \`dosetwin import --template\` writes empty ones`,
  );
}

function isListName(name: string): boolean {
  return /\.(csv|tsv|txt)$/i.test(name) && tableName(name) !== null;
}

/** The list that a file or a sheet is called after. */
function tableName(name: string): TableName | null {
  const stem = basename(name, extname(name)).trim().toLowerCase();
  return TABLE_NAMES.find((one) => one === stem) ?? null;
}

function tablesOf(file: string): readonly Table[] | Promise<readonly Table[]> {
  const stat = fromDisk(file, () => statSync(file));
  if (!stat.isFile()) throw new UnreadableFile(file, 'is neither a file nor a folder');
  if (stat.size > LARGEST_FILE)
    throw new UnreadableFile(file, `has ${Math.round(stat.size / MIB)} MiB; at most 20 are read, so leave out older rows`);
  const bytes = new Uint8Array(fromDisk(file, () => readFileSync(file)));
  if (/\.xlsx$/i.test(file)) return workbookTables(file, bytes);
  if (/\.(xls|xlsm|xlsb|ods|numbers)$/i.test(file))
    throw new UnreadableFile(file, 'is a workbook of another kind; save it as .xlsx, or each sheet as CSV');
  if (!/\.(csv|tsv|txt)$/i.test(file))
    throw new UnreadableFile(file, 'is no list; a list is a .csv file or a sheet of an .xlsx workbook');
  const name = tableName(file);
  if (name === null) {
    const nearest = nearestName(basename(file, extname(file)), TABLE_NAMES);
    const advice =
      nearest === null
        ? `call it ${listed(TABLE_NAMES.map((one) => `${one}.csv`)).replace(' and ', ' or ')}`
        : `did you mean ${nearest}.csv?`;
    throw new UnreadableFile(file, `is not called after a list; ${advice}`);
  }
  return [{ name, file, sheet: null, rows: csvRows(file, bytes) }];
}

function csvRows(file: string, bytes: Uint8Array): readonly (readonly Cell[])[] {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new UnreadableFile(file, 'is in UTF-16; save it as "CSV UTF-8"', 'text in UTF-8');
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw new UnreadableFile(file, 'is a packed workbook in spite of its name; call it .xlsx', 'text in UTF-8');
  if (bytes.includes(0)) throw new UnreadableFile(file, 'is no text; save the list as "CSV UTF-8"', 'text in UTF-8');
  const decoded = decodeUtf8(bytes);
  if ('badByteAt' in decoded) {
    const row = 1 + bytes.subarray(0, decoded.badByteAt).filter((byte) => byte === 0x0a).length;
    throw new UnreadableFile(file, 'has a letter that is not in UTF-8; save it as "CSV UTF-8"', 'text in UTF-8', row);
  }
  const text = decoded.text.replace(/^\uFEFF/, '');
  try {
    return parse(text, { delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: false, max_record_size: MIB });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error.lines === 'number' ? error.lines : null;
    throw new UnreadableFile(
      file,
      'has a quotation mark that is not closed, or stands within a cell; each cell with one is quoted whole, and the mark doubled',
      'CSV',
      row,
    );
  }
}

/** What parts the cells: whichever is most often in the first line that has any. */
function delimiterOf(text: string): string {
  const header = text.split(/\r?\n|\r/).find((line) => /[,;\t]/.test(line)) ?? '';
  const marks = [',', ';', '\t'];
  return marks.reduce((a, b) => (header.split(b).length > header.split(a).length ? b : a));
}

async function workbookTables(file: string, bytes: Uint8Array): Promise<readonly Table[]> {
  const sheets = await readWorkbook(bytes, cellOf);
  if ('message' in sheets) throw new UnreadableFile(file, sheets.message);
  const tables = sheets.flatMap(({ sheet, rows }): Table[] => {
    const name = tableName(sheet);
    return name === null ? [] : [{ name, file, sheet, rows }];
  });
  if (tables.length > 0) return tables;
  const names = sheets.map(({ sheet }) => sheet);
  const nearest = names.flatMap((name) => nearestName(name, TABLE_NAMES) ?? [])[0];
  const advice = nearest === undefined ? '' : `; did you mean ${nearest}?`;
  throw new UnreadableFile(
    file,
    `has no sheet called ${listed(TABLE_NAMES).replace(' and ', ' or ')}, but ${listed(names.map(quote), 5)}${advice}`,
  );
}

/** A date of a spreadsheet is told in UTC, whatever zone was meant; it becomes the text that it shows. */
function cellOf(value: unknown): Cell {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? null : new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 19);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function fromDisk<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    const reason = {
      ENOENT: 'does not exist; check the path',
      ENOTDIR: 'does not exist; check the path',
      EACCES: 'may not be read by you',
      EPERM: 'may not be read by you',
    }[code];
    throw new UnreadableFile(path, reason ?? `cannot be read (${code})`);
  }
}
