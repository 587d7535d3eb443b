import type { TraceEntry } from '@dosetwin/twin';
import { counted } from '../phrase/counted.js';
import { durationInWords } from '../phrase/durationInWords.js';
import { endSchema } from './endSchema.js';
import { headerSchema } from './headerSchema.js';
import { FIRST_CHECK, lineCheck } from './lineCheck.js';
import { type LineProblem, parseLine, schemaProblems } from './parseLine.js';
import { entryText } from './RecordLines.js';
import type { RecordProblem } from './RecordProblem.js';
import { RECORD_FORMAT, RECORD_VERSION, type RecordEnd, type RecordHeader, type RunRecord } from './RunRecord.js';
import { readEntryLine } from './readEntryLine.js';

export interface RecordReading {
  /** `null` when there are problems. */
  readonly record: RunRecord | null;
  /** In the order of the lines, at most 20. */
  readonly problems: readonly RecordProblem[];
  /** Why the record has no end, in a sentence; `null` when it is finished (or has problems). It can be read all the same. */
  readonly unfinished: string | null;
}

const MOST_PROBLEMS = 20;
/** In characters. An entry of ours has some hundreds; a header holds a scenario, an end the measures of many machines. */
const LONGEST = { header: 16_777_216, entry: 65_536, end: 67_108_864 } as const;

/** Reads a record's text. Never throws: what is wrong is told with its place, and what was expected there. */
export function readRecord(text: string, file: string): RecordReading {
  return new Reading(text, file).read();
}

class Reading {
  readonly #lines: string[];
  /** The text does not end with a line feed: its last line may be cut off. */
  readonly #isOpen: boolean;
  readonly #problems: RecordProblem[] = [];
  readonly #entries: TraceEntry[] = [];
  readonly #altered: number[] = [];
  readonly #disorder: RecordProblem[] = [];
  #check = FIRST_CHECK;
  #end: RecordEnd | null = null;
  #tornLine = 0;

  constructor(
    text: string,
    readonly file: string,
  ) {
    this.#lines = (text.startsWith('\ufeff') ? text.slice(1) : text).split('\n');
    this.#isOpen = this.#lines.at(-1) !== '';
    if (!this.#isOpen) this.#lines.pop();
  }

  read(): RecordReading {
    const header = this.#readHeader();
    if (header) this.#readEntries();
    // A time that somebody altered is an altered entry, and a replay names it; without one, the order itself is wrong.
    if (this.#altered.length === 0) this.#problems.push(...this.#disorder.slice(0, MOST_PROBLEMS - this.#problems.length));
    if (header && this.#problems.length === 0) return this.#finish(header);
    return { record: null, problems: this.#problems, unfinished: null };
  }

  #finish(header: RecordHeader): RecordReading {
    const record = { header, entries: this.#entries, end: this.#end, altered: this.#altered };
    return { record, problems: [], unfinished: this.#end ? null : this.#unfinished() };
  }

  #readHeader(): RecordHeader | null {
    const line = this.#lines[0] ?? '';
    if (line.trim() === '')
      return this.#refuse(1, 1, 'the header of a record was expected on the first line, and there is nothing');
    const binary = binaryAt(line);
    if (binary >= 0) return this.#refuse(1, binary + 1, 'this is no text; a record is JSON Lines in UTF-8');
    if (line.length > LONGEST.header) return this.#refuseLength(1, line, LONGEST.header);
    const parsed = parseLine(line);
    if (parsed.problem && !/^[{[]/.test(line)) return this.#refuse(1, 1, STRANGER);
    if (parsed.problem) return this.#refuseWith(1, [parsed.problem]);
    const stranger = notOurs(parsed.value);
    if (stranger !== null) return this.#refuse(1, 1, stranger);
    const checked = headerSchema.safeParse(parsed.value);
    return checked.success ? checked.data : this.#refuseWith(1, schemaProblems(line, checked.error, []));
  }

  #readEntries(): void {
    let after_us = 0;
    for (let n = 1; n < this.#lines.length && this.#problems.length < MOST_PROBLEMS; n++) {
      const line = this.#lines[n] as string;
      if (this.#end) {
        if (line.trim() !== '') this.#refuse(n + 1, 1, 'the record has ended on an earlier line; nothing more was expected');
      } else if (line.startsWith('{')) this.#readEnd(line, n);
      else after_us = this.#readEntry(line, n, after_us);
    }
  }

  #readEntry(line: string, n: number, after_us: number): number {
    if (line.length > LONGEST.entry) {
      this.#refuseLength(n + 1, line, LONGEST.entry);
      return after_us;
    }
    const binary = binaryAt(line);
    if (binary >= 0) {
      this.#refuse(n + 1, binary + 1, 'this is no text; an entry was expected');
      return after_us;
    }
    const read = readEntryLine(line);
    if (read.problem) {
      if (this.#isTorn(n, read.problem)) this.#tornLine = n + 1;
      else this.#refuseWith(n + 1, [read.problem]);
      return after_us;
    }
    if (lineCheck(this.#check, entryText(read.entry)) !== read.check || !isAsWritten(line, read))
      this.#altered.push(this.#entries.length);
    // From the check that stands there, so that one altered line is one altered line and not all that follow.
    this.#check = read.check;
    this.#entries.push(read.entry);
    const { t_us } = read.entry;
    if (t_us < after_us) {
      const message = `the entry lies at ${t_us} µs, before the one above it at ${after_us} µs`;
      this.#disorder.push({ file: this.file, line: n + 1, column: 2, message });
    }
    return t_us;
  }

  #readEnd(line: string, n: number): void {
    if (line.length > LONGEST.end) return void this.#refuseLength(n + 1, line, LONGEST.end);
    const parsed = parseLine(line);
    if (parsed.problem) {
      if (this.#isTorn(n, parsed.problem)) this.#tornLine = n + 1;
      else this.#refuseWith(n + 1, [parsed.problem]);
      return;
    }
    const value = parsed.value as { end?: unknown };
    const keys = Object.keys(value).join(', ');
    if (keys !== 'end')
      return void this.#refuse(n + 1, 1, `an entry or {"end": …} was expected, not an object with ${keys || 'nothing'}`);
    const checked = endSchema.safeParse(value.end);
    if (!checked.success) return void this.#refuseWith(n + 1, schemaProblems(line, checked.error, ['end']));
    this.#end = checked.data;
    const { entries } = checked.data;
    const held = this.#entries.length;
    if (entries !== held && this.#problems.length === 0) {
      this.#refuse(n + 1, 0, `the end speaks of ${counted(entries, 'entry', 'entries')}, and the record holds ${held}`);
    }
  }

  /** Whoever is stopped while writing leaves half a line at the end, and that is no fault of the lines before it. */
  #isTorn(n: number, problem: LineProblem): boolean {
    return this.#isOpen && n === this.#lines.length - 1 && problem.isSyntax;
  }

  #unfinished(): string {
    const last = this.#entries.at(-1);
    const until = last ? `, the last ${durationInWords(last.t_us)} after the start` : '';
    const torn = this.#tornLine > 0 ? `; line ${this.#tornLine} is cut off and was left out` : '';
    return `The record has no end: the run was stopped before it was over. It holds ${counted(this.#entries.length, 'entry', 'entries')}${until}${torn}.`;
  }

  #refuse(line: number, column: number, message: string): null {
    this.#problems.push({ file: this.file, line, column, message });
    return null;
  }

  #refuseWith(line: number, problems: readonly LineProblem[]): null {
    for (const { column, message } of problems.slice(0, MOST_PROBLEMS - this.#problems.length))
      this.#refuse(line, column, message);
    return null;
  }

  #refuseLength(line: number, text: string, longest: number): null {
    return this.#refuse(line, 0, `the line is ${text.length} characters long; at most ${longest} were expected here`);
  }
}

/**
 * Whether a line is, letter by letter, what is written for its entry: white space put in, or keys in another order, mean the same and were
 * put there afterwards. A carriage return at its end is a mail program's, or a repository's.
 */
function isAsWritten(line: string, { entry, check }: { readonly entry: TraceEntry; readonly check: string }): boolean {
  const written = `${entryText(entry).slice(0, -1)},"${check}"]`;
  return line === written || line === `${written}\r`;
}

/** The offset of the first control character that no text holds, -1 without one. */
function binaryAt(line: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells binary from text
  return line.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
}

const STRANGER = `this is no record: "format": "${RECORD_FORMAT}" was expected in the first line`;

function notOurs(value: unknown): string | null {
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  if (format !== RECORD_FORMAT) return STRANGER;
  if (version === RECORD_VERSION) return null;
  const found = typeof version === 'number' ? String(version) : 'missing';
  return `the version of the record is ${found}; this dosetwin reads version ${RECORD_VERSION}`;
}
