import type { Complaint } from './Complaint.js';
import type { Problem } from './Problem.js';

const WIDEST = 120;

/** A file's text with the places of its lines: makes problems of complaints. */
export class SourceText {
  readonly #lineStarts: readonly number[];

  constructor(
    readonly file: string,
    readonly text: string,
  ) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
  }

  /** Line and column, both from 1, of an offset into the text. */
  placeOf(offset: number): { readonly line: number; readonly column: number } {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#lineStarts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#lineStarts[low] as number) + 1 };
  }

  problem(path: string, from: number, to: number, complaint: Complaint): Problem {
    const { line, column } = this.placeOf(from);
    const start = this.#lineStarts[line - 1] as number;
    const whole = this.text.slice(start, this.#lineStarts[line] ?? this.text.length).replace(/[\r\n]+$/, '');
    // A line of a megabyte is shown around the place only.
    const cut = column - 1 > WIDEST - 20 ? column - 1 - 40 : 0;
    const { message, found, expected, nearest } = complaint;
    return {
      file: this.file,
      line,
      column,
      width: Math.max(1, Math.min(to, start + whole.length) - from),
      path,
      message,
      found,
      expected,
      nearest,
      source: whole.slice(cut, cut + WIDEST).replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (sign) => (sign === '\t' ? sign : '·')),
      caret: column - 1 - cut,
    };
  }
}
