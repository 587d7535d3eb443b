import { Complaint, quote } from '../../format/Complaint.js';
import { nearestName, unknownName } from '../../format/nearestName.js';
import { listed } from '../../phrase/listed.js';
import { isEmpty } from '../../realData/read/HeaderReading.js';
import type { Cell } from '../../realData/Table.js';
import { REGION_COLUMNS, type RegionList } from './REGION_COLUMNS.js';
import type { RefuseCell } from './RefuseCell.js';
import { RegionRow } from './RegionRow.js';

const HEADER_WITHIN = 30;
/** Ways are worked out between all places, in time that grows with the cube of their number: a thousand take some seconds. */
const MOST: Readonly<Record<RegionList, number>> = { places: 1_000, links: 20_000, candidates: 2_000 };

/**
 * The rows of a list below its header. Text above the header is passed over, whoever wrote it; what stands in a cell that no
 * heading names is told.
 */
export function regionRows(list: RegionList, rows: readonly (readonly Cell[])[], refuse: RefuseCell): readonly RegionRow[] {
  const at = headerAt(list, rows);
  if (at === null) {
    const names = REGION_COLUMNS[list].filter(({ isNeeded }) => isNeeded).map(({ name }) => name);
    const message = `the list of ${list} has no row of headings; its first row names the columns: ${listed(names)} at least`;
    refuse(-1, null, null, new Complaint(message, 'no headings', `the headings ${listed(names)}`));
    return [];
  }
  const columns = headerOf(list, rows[at] ?? [], at, rows, refuse);
  const filled = rows.flatMap((row, index) => (index > at && row.some((cell) => !isEmpty(cell)) ? [index] : []));
  if (filled.length > MOST[list]) {
    const message = `the list of ${list} has ${filled.length} rows, and at most ${MOST[list]} are planned for together; take a part of the region, or put small places together`;
    refuse(-1, null, null, new Complaint(message, `${filled.length} rows`, `at most ${MOST[list]} rows`));
    return [];
  }
  // A region without links is one whose roads are as the crow flies.
  if (filled.length === 0 && list !== 'links') {
    refuse(-1, null, null, new Complaint(`the list of ${list} has headings and no row below them`, 'nothing', 'one row or more'));
  }
  return filled.map((index) => new RegionRow(rows[index] ?? [], index, columns, refuse));
}

/** The first row of which two cells are headings of the list, or else nearly so. */
function headerAt(list: RegionList, rows: readonly (readonly Cell[])[]): number | null {
  const known = namesOf(list);
  const names = [...known.keys()];
  const first = rows.slice(0, HEADER_WITHIN).map((row) => row.map(headingOf).filter((heading) => heading !== ''));
  const firstWithTwo = (isHeading: (heading: string) => boolean) => first.findIndex((row) => row.filter(isHeading).length >= 2);
  const exact = firstWithTwo((heading) => known.has(heading));
  const at = exact >= 0 ? exact : firstWithTwo((heading) => nearestName(heading, names) !== null);
  return at < 0 ? null : at;
}

function namesOf(list: RegionList): ReadonlyMap<string, string> {
  return new Map(REGION_COLUMNS[list].flatMap(({ name, also }) => [name, ...also].map((one) => [one, name] as const)));
}

function headingOf(cell: Cell | undefined): string {
  return isEmpty(cell)
    ? ''
    : String(cell)
        .normalize('NFC')
        .toLowerCase()
        .replace(/[\s_-]+/g, ' ')
        .trim();
}

function headerOf(
  list: RegionList,
  header: readonly Cell[],
  at: number,
  rows: readonly (readonly Cell[])[],
  refuse: RefuseCell,
): ReadonlyMap<string, number> {
  const names = namesOf(list);
  const columns = new Map<string, number>();
  for (const [index, cell] of header.entries()) {
    const heading = headingOf(cell);
    const name = names.get(heading);
    if (heading === '') refuseStray(rows, at, index, refuse);
    else if (name === undefined) refuse(at, index, null, unknownHeading(cell, list, [...names.keys()]));
    else if (columns.has(name))
      refuse(at, index, name, Complaint.of(quote(cell), 'is there twice; keep one of the two', 'each column once'));
    else columns.set(name, index);
  }
  for (const { name, isNeeded, says, example } of REGION_COLUMNS[list]) {
    if (!isNeeded || columns.has(name)) continue;
    refuse(
      at,
      null,
      null,
      new Complaint(`the column ${name} is missing: ${says}, such as ${example}`, 'nothing', `a column ${name}`),
    );
  }
  return columns;
}

function unknownHeading(cell: Cell | undefined, list: RegionList, names: readonly string[]): Complaint {
  const { found, expected, nearest } = unknownName(cell, `column of ${list}`, names);
  const near = nearest ?? nearestName(headingOf(cell), names);
  const columns = REGION_COLUMNS[list].map(({ name }) => name);
  const advice =
    near === null ? `take the column out; there are ${listed(columns)}` : `did you mean ${near}? Otherwise take it out`;
  return new Complaint(`${found} is no column of ${list}; ${advice}`, found, expected, near);
}

/** A column without a heading is passed over, unless something stands in it. */
function refuseStray(rows: readonly (readonly Cell[])[], at: number, index: number, refuse: RefuseCell): void {
  const row = rows.findIndex((cells, i) => i > at && !isEmpty(cells[index]));
  if (row < 0) return;
  const found = quote(rows[row]?.[index]);
  refuse(
    row,
    index,
    null,
    Complaint.of(found, 'stands in a column without a heading; take it out, or give the column one', 'nothing'),
  );
}
