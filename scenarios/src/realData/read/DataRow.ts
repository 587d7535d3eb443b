import type { DayInterval } from '@dosetwin/twin';
import { Complaint, quote } from '../../format/Complaint.js';
import { unknownName } from '../../format/nearestName.js';
import { readInterval } from '../../format/units/readInterval.js';
import type { LocalDateTime } from '../../format/units/readLocalTime.js';
import { columnLetters, type DataProblem } from '../DataProblem.js';
import { personalFigure, personalId, personalTime, personalValue } from '../looksPersonal.js';
import type { Cell, Table } from '../Table.js';
import { type HeaderReading, isEmpty } from './HeaderReading.js';
import { readCellNumber } from './readCellNumber.js';
import { readCellTime } from './readCellTime.js';

const LONGEST_CELL = 200;

/** One row of a list. Each reading gives the cell's value, or tells what is wrong with it and gives `null`. */
export class DataRow {
  readonly #table: Table;
  readonly #header: HeaderReading;
  readonly #index: number;
  readonly #problems: DataProblem[];

  constructor(table: Table, header: HeaderReading, index: number, problems: DataProblem[]) {
    this.#table = table;
    this.#header = header;
    this.#index = index;
    this.#problems = problems;
  }

  has(name: string): boolean {
    return !isEmpty(this.#cell(name));
  }

  /** A made-up id of a person or a ticket. */
  id(name: string): string | null {
    return this.#read(name, 'a made-up id such as p07', personalId, (text) => {
      if (/^[\w.# -]{1,24}$/.test(text) && /\d/.test(text)) return text.toLowerCase();
      return Complaint.of(quote(text), 'is no made-up id; write up to two letters and a number, such as p07', 'a made-up id');
    });
  }

  /** An id of somebody who works, who may go by a role: `n1`, `desk`. */
  worker(name: string): string | null {
    return this.#read(name, 'a made-up id such as n1', personalId, (text) =>
      /^[\w.# -]{1,24}$/.test(text)
        ? text.toLowerCase()
        : Complaint.of(quote(text), 'is no made-up id; write one such as n1, or a role such as desk', 'a made-up id'),
    );
  }

  /** What a site or a machine is called: looked up, and never written. */
  place(name: string): string | null {
    const isNumberOfPerson = (text: string) => {
      const personal = personalValue(text);
      return personal === 'the name of a person' ? null : personal;
    };
    return this.#read(name, 'what the place or machine is called', isNumberOfPerson, (text) => text.toLowerCase());
  }

  /** One of the places or machines of `sites`; any, where there is no such list. What may be a person's name is not shown. */
  known(name: string, kind: string, known: readonly string[] | null): string | null {
    const written = this.place(name);
    if (written === null || known === null || known.includes(written)) return written;
    const cell = String(this.#cell(name));
    const unknown = unknownName(written, `${kind} of sites`, known);
    const hidden = new Complaint(`this is no ${kind} of sites (not shown, since it may be a name)`, 'this', unknown.expected);
    this.refuse(name, personalValue(cell) === null ? unknown : hidden);
    return null;
  }

  word<W extends string>(name: string, kind: string, words: readonly W[]): W | null {
    return this.#read(name, `a ${kind}`, personalValue, (text) => {
      const plain = text.toLowerCase();
      const found = words.find((word) => [plain, plain.replace(/[\s_]+/g, '-')].includes(word.toLowerCase()));
      return found ?? unknownName(text, kind, words);
    });
  }

  time(name: string): LocalDateTime | null {
    return this.#read(name, 'a date and time such as 2026-03-02 08:30', personalTime, (text, cell) =>
      readCellTime(typeof cell === 'number' ? cell : text),
    );
  }

  number(name: string, what: string, least: number, most: number): number | null {
    return this.#read(name, what, personalFigure, (text, cell) => {
      const value = typeof cell === 'number' ? cell : readCellNumber(text);
      if (value !== null && value >= least && value <= most) return value;
      return Complaint.of(
        quote(text),
        `is not ${what}; write a number from ${least} to ${most}`,
        `a number from ${least} to ${most}`,
      );
    });
  }

  whole(name: string, what: string, least: number, most: number): number | null {
    const value = this.number(name, what, least, most);
    if (value === null || Number.isInteger(value)) return value;
    this.refuse(name, Complaint.of(quote(value), `is not whole; write ${what}`, what));
    return null;
  }

  /** `80 %` or 0.8; a spreadsheet's own percentages are numbers up to 1. */
  share(name: string): number | null {
    return this.#read(name, 'a share such as 80 %', personalFigure, (text, cell) => {
      const isPercent = /%\s*$/.test(text);
      const value = typeof cell === 'number' ? cell : readCellNumber(text.replace(/\s*%\s*$/, ''));
      const share = value === null ? null : isPercent ? value / 100 : value;
      if (share !== null && share >= 0 && share <= 1) return share;
      const meant = value !== null && value > 1 && value <= 100 ? `; did you mean ${value} %?` : '; write 80 % or 0.8';
      return Complaint.of(quote(text), `is no share from 0 % to 100 %${meant}`, 'a share from 0 % to 100 %');
    });
  }

  yesOrNo(name: string): boolean | null {
    return this.#read(name, 'yes or no', personalValue, (text) => {
      if (/^(yes|y|true|oui|1)$/i.test(text)) return true;
      if (/^(no|n|false|non|0)$/i.test(text)) return false;
      return Complaint.of(quote(text), 'is neither yes nor no', 'yes or no');
    });
  }

  /** `07:00-11:00; 17:00-21:00`, or `always` where that is a word for it. */
  windows(name: string): readonly DayInterval[] | null {
    return this.#read(name, 'two times of day such as 07:00-11:00', personalValue, (text) => {
      const windows: DayInterval[] = [];
      for (const part of text.split(/\s*[;,]\s*/)) {
        const window = readInterval(part);
        if (window instanceof Complaint) return window;
        windows.push(window);
      }
      return windows;
    });
  }

  /** The text of a cell in small letters, where a word may stand for what is read otherwise. */
  plain(name: string): string {
    return String(this.#cell(name) ?? '')
      .trim()
      .toLowerCase();
  }

  refuse(name: string, { message, expected, nearest }: Complaint): void {
    const index = this.#header.columns.get(name);
    const { file, sheet } = this.#table;
    const column = index === undefined ? null : columnLetters(index);
    this.#problems.push({ file, sheet, row: this.#index + 1, column, name, message, expected, nearest });
  }

  #cell(name: string): Cell {
    const index = this.#header.columns.get(name);
    return index === undefined ? null : (this.#table.rows[this.#index]?.[index] ?? null);
  }

  /** Reads a cell that must be there. What looks personal is told without being shown. */
  #read<T>(
    name: string,
    expected: string,
    personal: (text: string) => string | null,
    read: (text: string, cell: Cell) => T | Complaint,
  ): T | null {
    const cell = this.#cell(name);
    if (isEmpty(cell)) {
      if (this.#header.columns.has(name)) this.refuse(name, emptyCell(this.#table.sheet !== null, expected));
      return null;
    }
    const text = String(cell).trim();
    const looks = personal(text);
    const value =
      looks !== null
        ? Complaint.of('this', `looks like ${looks} (not shown), which dosetwin refuses; write ${expected}`, expected)
        : text.length > LONGEST_CELL
          ? Complaint.of('this', `has ${text.length} characters; write ${expected}`, expected)
          : read(text, cell);
    if (!(value instanceof Complaint)) return value;
    this.refuse(name, value);
    return null;
  }
}

function emptyCell(isSheet: boolean, expected: string): Complaint {
  const why = isSheet ? ' (of merged cells only the first has a value, and a formula that failed has none)' : '';
  return new Complaint(`is empty${why}; write ${expected}`, 'nothing', expected);
}
