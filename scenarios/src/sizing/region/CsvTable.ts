import { Complaint } from '../../format/Complaint.js';
import type { PlacedComplaint } from '../../format/readYaml.js';
import type { Cell } from '../../realData/Table.js';

/** Rows of cells, and where in the text each cell stands. */
export interface CsvTable {
  readonly rows: readonly (readonly Cell[])[];
  /** Offsets of a cell; of the row where it has no such cell; of the end where there is no such row. */
  placeOf(row: number, column: number): { readonly from: number; readonly to: number };
}

interface PlacedCell {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const MOST_ROWS = 20_000;

/** Reads CSV text (RFC 4180; commas, semicolons or tabs), or says where a quotation mark is not closed. Touches no file. */
export function readCsv(text: string): CsvTable | PlacedComplaint {
  const delimiter = delimiterOf(text);
  const rows: PlacedCell[][] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const row: PlacedCell[] = [];
    for (let more = true; more; ) {
      const end = endOfCell(text, at, delimiter);
      if (end === null) return unclosed(at);
      row.push({ text: textOf(text.slice(at, end)), from: at, to: end });
      more = text[end] === delimiter;
      at = more ? end + 1 : end;
    }
    rows.push(row);
    if (rows.length > MOST_ROWS) return tooLong(at);
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return {
    rows: rows.map((row) => row.map((cell) => (cell.text.trim() === '' ? null : cell.text.trim()))),
    placeOf: (row, column) => {
      const cells = rows[row] ?? [];
      const cell = cells[column];
      if (cell) return { from: cell.from, to: Math.max(cell.to, cell.from + 1) };
      const start = cells[0]?.from ?? Math.max(0, text.length - 1);
      return { from: start, to: Math.max(start + 1, cells[cells.length - 1]?.to ?? 0) };
    },
  };
}

/** Offset of the delimiter, the line's end or the text's end after a cell; `null` where its quotation mark is not closed. */
function endOfCell(text: string, from: number, delimiter: string): number | null {
  let at = from;
  if (text[at] === '"') {
    for (at++; ; at++) {
      const quote = text.indexOf('"', at);
      if (quote < 0) return null;
      at = quote + 1;
      if (text[at] !== '"') break;
    }
  }
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function textOf(raw: string): string {
  return raw.startsWith('"')
    ? raw
        .slice(1)
        .replace(/"(?!")\s*$/, '')
        .replaceAll('""', '"')
    : raw;
}

/** What parts the cells: whichever is most often in one of the first lines, since a line of text above them may have commas. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r?\n|\r/, 30);
  const most = (mark: string) => lines.reduce((count, line) => Math.max(count, line.split(mark).length), 0);
  return [',', ';', '\t'].reduce((a, b) => (most(b) > most(a) ? b : a));
}

function unclosed(from: number): PlacedComplaint {
  const message = 'here begins a quotation mark that is not closed; each cell with one is quoted whole, and the mark doubled';
  return { path: '', from, to: from + 1, complaint: new Complaint(message, 'a quotation mark', 'CSV') };
}

function tooLong(from: number): PlacedComplaint {
  const message = `the list has more than ${MOST_ROWS} rows; is it the right file?`;
  return { path: '', from, to: from + 1, complaint: new Complaint(message, 'more rows', `at most ${MOST_ROWS} rows`) };
}
