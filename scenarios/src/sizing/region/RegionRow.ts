import { Complaint, quote } from '../../format/Complaint.js';
import { unknownName } from '../../format/nearestName.js';
import { readParameter } from '../../format/units/readParameter.js';
import { isEmpty } from '../../realData/read/HeaderReading.js';
import { readCellNumber } from '../../realData/read/readCellNumber.js';
import type { Cell } from '../../realData/Table.js';
import { defaultEstimate, outOfOrder, STATED } from './estimateSchema.js';
import type { RefuseCell } from './RefuseCell.js';
import type { Estimate } from './Region.js';
import type { RegionParameter } from './regionParameters.js';

const LONGEST_CELL = 300;
/** What parts thousands: a space of whatever width (a spreadsheet in French writes U+202F), or a comma. */
const THOUSANDS = /(?<=\d)[ \u00a0\u2009\u202f,](?=\d{3}\b)/g;

/** One row of a region's list. Each reading gives the cell's value, or tells what is wrong with it and gives `null`. */
export class RegionRow {
  readonly #cells: readonly Cell[];
  readonly #index: number;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #refuse: RefuseCell;

  constructor(cells: readonly Cell[], index: number, columns: ReadonlyMap<string, number>, refuse: RefuseCell) {
    this.#cells = cells;
    this.#index = index;
    this.#columns = columns;
    this.#refuse = refuse;
  }

  has(name: string): boolean {
    return !isEmpty(this.#cell(name));
  }

  /** The text of a cell; empty where there is none. */
  plain(name: string): string {
    return String(this.#cell(name) ?? '').trim();
  }

  /** Text that must be there. */
  text(name: string, what: string): string | null {
    const text = this.plain(name);
    if (text === '') return this.#nothing(name, what);
    if (text.length <= LONGEST_CELL) return text;
    this.refuse(name, Complaint.of('this', `has ${text.length} characters; write ${what}`, what));
    return null;
  }

  number(name: string, what: string, least: number, most: number): number | null {
    if (!this.has(name)) return this.#nothing(name, what);
    const cell = this.#cell(name);
    const value = typeof cell === 'number' ? cell : readCellNumber(this.plain(name).replace(THOUSANDS, ''));
    if (value !== null && value >= least && value <= most) return value;
    this.refuse(
      name,
      Complaint.of(quote(cell), `is not ${what}; write a number from ${least} to ${most}`, `a number from ${least} to ${most}`),
    );
    return null;
  }

  word<W extends string>(name: string, kind: string, words: readonly W[]): W | null {
    if (!this.has(name)) return this.#nothing(name, `a ${kind}: ${words.join(', ')}`);
    const plain = this.plain(name).toLowerCase();
    const found = words.find((word) => word === plain || word === plain.replace(/[\s_]+/g, '-'));
    if (found === undefined) this.refuse(name, unknownName(this.plain(name), kind, words));
    return found ?? null;
  }

  /** What a reader makes of a cell's text. */
  read<T>(name: string, read: (text: string) => T | Complaint): T | null {
    const value = read(this.plain(name));
    if (!(value instanceof Complaint)) return value;
    this.refuse(name, value);
    return null;
  }

  /** Likely, least, most and source in four columns; the parameter's own belief where the first of them is empty. */
  estimate(name: string, parameter: RegionParameter): Estimate | null {
    if (!this.has(name)) {
      const stray = [`${name} low`, `${name} high`].find((one) => this.has(one));
      if (stray === undefined) return defaultEstimate(parameter);
      this.refuse(
        stray,
        Complaint.of(quote(this.plain(stray)), `stands without ${name}; write the likely value too`, `a value of ${name}`),
      );
      return null;
    }
    const likely = this.#figure(name, parameter);
    if (likely === null) return null;
    const low = this.has(`${name} low`) ? this.#figure(`${name} low`, parameter) : likely;
    const high = this.has(`${name} high`) ? this.#figure(`${name} high`, parameter) : likely;
    if (low === null || high === null) return null;
    const complaint = outOfOrder({ low, likely, high });
    if (complaint) this.refuse(name, complaint);
    return complaint ? null : { low, likely, high, source: this.plain(`${name} source`) || STATED };
  }

  /** Where the row is from, and how sure that is. */
  source(): string {
    const [source, confidence] = [this.plain('source') || STATED, this.plain('confidence')];
    return confidence === '' ? source : `${source} (${confidence})`;
  }

  refuse(name: string | null, complaint: Complaint): void {
    this.#refuse(this.#index, name === null ? null : (this.#columns.get(name) ?? null), name, complaint);
  }

  /** A share as `70 %` or 0.7; other figures as plain numbers in their unit. */
  #figure(name: string, parameter: RegionParameter): number | null {
    const text = this.plain(name);
    const isShare = parameter.unit === 'share' && /%\s*$/.test(text);
    const what = whatOf(parameter);
    if (!isShare) return this.number(name, what, parameter.min, parameter.max);
    return this.read(name, () => readParameter(text, { value: parameter.likely, ...parameter }));
  }

  #nothing(name: string, what: string): null {
    if (this.#columns.has(name)) {
      const message = `is empty (of merged cells only the first has a value); write ${what}`;
      this.refuse(name, Complaint.of(`the cell ${name}`, message, what));
    }
    return null;
  }

  #cell(name: string): Cell {
    const index = this.#columns.get(name);
    return index === undefined ? null : (this.#cells[index] ?? null);
  }
}

/** What a cell is to hold, as a message says it. */
function whatOf({ unit, says }: RegionParameter): string {
  if (unit === 'count') return says;
  return unit === 'share' ? `a share, such as 70 % or 0.7 (${says})` : `a figure in ${unit} (${says})`;
}
