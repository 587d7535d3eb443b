import { Complaint, quote } from '../../format/Complaint.js';
import { unknownName } from '../../format/nearestName.js';
import { isEmpty } from '../../realData/read/HeaderReading.js';
import type { Cell } from '../../realData/Table.js';
import type { RefuseCell } from './RefuseCell.js';
import { WISHES } from './WISHES.js';

/** What a sheet of wishes says, as sections of a region file, and in which row each path of one stands. */
export interface WishesRead {
  readonly settings: Readonly<Record<string, unknown>>;
  /** The row, from 0, of the wish that a path such as `targets.served` belongs to; `null` where no row says it. */
  rowOf(path: string): number | null;
  /** The column in which values stand, from 0. */
  readonly column: number;
}

const WISH = ['wish', 'setting', 'what'];
const COLUMNS = { value: ['value', 'likely'], least: ['least', 'low'], most: ['most', 'high'], source: ['source'] } as const;
type Column = keyof typeof COLUMNS;

/** Reads rows of a wish and its value; least, most and source where a figure is not known exactly. What is wrong is told. */
export function readWishes(rows: readonly (readonly Cell[])[], refuse: RefuseCell): WishesRead {
  const head = rows.findIndex((row) => row.some((cell) => WISH.includes(plain(cell))));
  const heading = (names: readonly string[]) => (rows[head] ?? []).findIndex((cell) => names.includes(plain(cell)));
  const [name, column] = [heading(WISH), heading(COLUMNS.value)];
  const found = new Map<string, number>();
  const settings: Record<string, unknown> = {};
  if (head < 0 || column < 0) {
    const message = 'the sheet of wishes has no row of headings; its first row names the columns: wish and value';
    refuse(-1, null, null, new Complaint(message, 'no headings', 'the headings wish and value'));
    return { settings, rowOf: () => null, column: 1 };
  }
  for (const [row, cells] of rows.entries()) {
    if (row <= head || cells.every(isEmpty)) continue;
    const said = plain(cells[name]);
    const wish = WISHES.get(said);
    if (wish === undefined) {
      refuse(row, name, null, isEmpty(cells[name]) ? NAMELESS : unknownName(cells[name], 'wish', [...WISHES.keys()]));
    } else if (found.has(said)) {
      refuse(row, name, null, Complaint.of(quote(cells[name]), 'is there twice; keep one of the two', 'each wish once'));
    } else if (!isEmpty(cells[column])) {
      found.set(said, row);
      const cell = (of: Column) => (heading(COLUMNS[of]) < 0 ? null : writtenValue(cells[heading(COLUMNS[of])]));
      put(settings, wish.path, figureOf(cell('value'), cell('least'), cell('most'), cell('source')));
    }
  }
  const rowOf = (path: string) => {
    const wish = [...found.keys()].find((one) => `${path}.`.startsWith(`${WISHES.get(one)?.path.join('.')}.`));
    return wish === undefined ? null : (found.get(wish) ?? null);
  };
  return { settings, rowOf, column };
}

const NAMELESS = new Complaint('the cell wish is empty; name what the value is for, or take it out', 'nothing', 'a wish');

function plain(cell: Cell | undefined): string {
  return isEmpty(cell)
    ? ''
    : String(cell)
        .toLowerCase()
        .replace(/[\s_-]+/g, ' ')
        .trim();
}

/** A cell as a region file would have it: a number where it is one, text otherwise. */
function writtenValue(cell: Cell | undefined): string | number | null {
  if (isEmpty(cell)) return null;
  if (typeof cell === 'number') return cell;
  const text = String(cell).trim();
  return /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text;
}

type Value = string | number | null;

function figureOf(likely: Value, low: Value, high: Value, source: Value): unknown {
  if (low === null && high === null) return likely;
  return { low: low ?? likely, likely, high: high ?? likely, ...(source !== null && { source: String(source) }) };
}

function put(settings: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let section = settings;
  for (const key of path.slice(0, -1)) {
    section[key] ??= {};
    section = section[key] as Record<string, unknown>;
  }
  section[path.at(-1) as string] = value;
}
