import type { DataProblem } from '../DataProblem.js';
import type { Table } from '../Table.js';
import { DataRow } from './DataRow.js';
import { isEmpty, readHeader } from './HeaderReading.js';

/** At most so many rows of a list are read; a longer one is another file than was meant. */
const MOST_ROWS = 20_000;

/** The rows of a list below its header, those that are empty left out. */
export function rowsOf(table: Table, problems: DataProblem[]): readonly DataRow[] {
  const header = readHeader(table, problems);
  if (header === null) return [];
  const { file, sheet, rows } = table;
  const whole = { file, sheet, row: null, column: null, name: null, nearest: null };
  if (rows.length > MOST_ROWS) {
    problems.push({
      ...whole,
      message: `has ${rows.length} rows; at most 20,000 are read, so leave out older ones`,
      expected: 'at most 20,000 rows',
    });
    return [];
  }
  const filled = rows.flatMap((row, index) => (index > header.at && row.some((cell) => !isEmpty(cell)) ? [index] : []));
  if (filled.length === 0 && problems.length === 0) {
    problems.push({ ...whole, message: 'has a header and no row below it', expected: 'one row or more' });
  }
  return filled.map((index) => new DataRow(table, header, index, problems));
}
