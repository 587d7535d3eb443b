import { quote } from '../../format/Complaint.js';
import { nearestName } from '../../format/nearestName.js';
import { listed } from '../../phrase/listed.js';
import { COLUMNS } from '../COLUMNS.js';
import { columnLetters, type DataProblem } from '../DataProblem.js';
import { personalHeading, personalValue } from '../looksPersonal.js';
import type { Cell, Table } from '../Table.js';

/** Where a list's header stands, and which of its columns is where. */
export interface HeaderReading {
  /** Index of the header among the rows. */
  readonly at: number;
  /** Index of each column by its name. */
  readonly columns: ReadonlyMap<string, number>;
}

/** Finds the header, the first row that is not empty, and holds its columns against those that the list may have. */
export function readHeader(table: Table, problems: DataProblem[]): HeaderReading | null {
  const known = COLUMNS[table.name].map(({ name }) => name);
  const at = table.rows.findIndex((row) => row.some((cell) => !isEmpty(cell)));
  const refuse = (column: number | null, message: string, nearest: string | null = null) =>
    problems.push({
      ...{ file: table.file, sheet: table.sheet, row: at + 1, column: column === null ? null : columnLetters(column) },
      ...{ name: null, message, expected: `a header of ${listed(known)}`, nearest },
    });
  const header = table.rows[at];
  if (!header) {
    problems.push({ ...placeOf(table), message: 'is empty; its first row names the columns', expected: 'a header' });
    return null;
  }
  const headings = header.map((cell) => (isEmpty(cell) ? '' : headingOf(cell)));
  const personal = headings.some((heading) => !known.includes(heading) && personalHeading(heading) !== null);
  if (!personal && !headings.some((heading) => known.includes(heading))) {
    refuse(
      null,
      `is not the header; the first row that is not empty names the columns (${listed(known)}), so take away what stands above`,
    );
    return null;
  }
  const columns = new Map<string, number>();
  for (const [index, heading] of headings.entries()) {
    const says = known.includes(heading) ? null : unknownHeading(heading, header[index] ?? null, table.name, known);
    if (heading === '') refuseStray(table, at, index, refuse);
    else if (says) refuse(index, says.message, says.nearest);
    else if (columns.has(heading)) refuse(index, `'${heading}' is there twice; keep one of the two`);
    else columns.set(heading, index);
  }
  for (const { name, isNeeded, says, example } of COLUMNS[table.name]) {
    if (isNeeded && !columns.has(name)) refuse(null, `the column ${name} is missing: ${says}, such as ${example}`);
  }
  return { at, columns };
}

function placeOf({ file, sheet }: Table) {
  return { file, sheet, row: null, column: null, name: null, nearest: null };
}

export function isEmpty(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

function headingOf(cell: Cell): string {
  return String(cell)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

function unknownHeading(heading: string, cell: Cell, table: string, known: readonly string[]) {
  const holds = personalHeading(heading);
  if (holds !== null) {
    return { message: `a column of this name may hold ${holds}, which dosetwin refuses; take the column out`, nearest: null };
  }
  if (personalValue(String(cell)) !== null) {
    return {
      message: 'this heading looks like a fact about a person (not shown); the first row names the columns',
      nearest: null,
    };
  }
  const nearest = nearestName(heading, known);
  const advice = nearest === null ? `take it out; there are ${listed(known)}` : `did you mean ${nearest}?`;
  return { message: `${quote(cell)} is no column of ${table}; ${advice}`, nearest };
}

/** A column without a heading is passed over, unless something stands in it. */
function refuseStray(table: Table, at: number, index: number, refuse: (column: number, message: string) => void): void {
  const row = table.rows.findIndex((cells, i) => i > at && !isEmpty(cells[index]));
  if (row >= 0) refuse(index, `has no heading, and something stands in it in row ${row + 1}; take that out`);
}
