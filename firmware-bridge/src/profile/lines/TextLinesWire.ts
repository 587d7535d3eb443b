import { LineReader, lineBytes } from '../lineBytes.js';
import { fillPattern, matchPattern } from '../linePattern.js';
import { ANSWER_us, type Drives, type LinesWire, levelsOf, type Read } from './LinesWire.js';
import type { TextLinesProfile } from './linesSchema.js';

interface Asked {
  readonly line: string;
  readonly answer: string;
  readonly done: (found: Readonly<Record<string, string>> | null, now_us: number) => void;
  /** `null`: it is still to be sent. */
  deadline_us: number | null;
}

/** Bare lines by lines of text: one asks for all levels, one says what all outputs shall be. */
export class TextLinesWire implements LinesWire {
  readonly isBroken = false;
  readonly #profile: TextLinesProfile;
  readonly #reader: LineReader;
  #asked: Asked | null = null;

  constructor(profile: TextLinesProfile) {
    this.#profile = profile;
    this.#reader = new LineReader(profile.transport);
  }

  get isIdle(): boolean {
    return this.#asked === null;
  }

  get next_us(): number | null {
    return this.#asked === null ? null : (this.#asked.deadline_us ?? 0);
  }

  open(): void {
    this.#reader.clear();
    this.#asked = null;
  }

  close(now_us: number): void {
    this.#end(null, now_us);
  }

  receive(bytes: Uint8Array, now_us: number): void {
    for (const line of this.#reader.receive(bytes)) {
      const found = this.#asked === null ? null : matchPattern(this.#asked.answer, line);
      if (found !== null) this.#end(found, now_us);
    }
  }

  advance(now_us: number): Uint8Array | null {
    const asked = this.#asked;
    if (asked === null) return null;
    if (asked.deadline_us === null) {
      asked.deadline_us = now_us + ANSWER_us;
      return lineBytes(asked.line, this.#profile.transport);
    }
    if (now_us >= asked.deadline_us) this.#end(null, now_us);
    return null;
  }

  /** Text has no identity but the shape of its answer. */
  greet(done: (read: Read, now_us: number) => void): void {
    this.read(done);
  }

  read(done: (read: Read, now_us: number) => void): void {
    const { read, levels } = this.#profile;
    this.#ask(read.send, read.answer, (found, now_us) =>
      done(found === null ? 'silent' : { levels: levelsOf<string>(levels, (name) => found[name], read.base) }, now_us),
    );
  }

  write(drives: Drives, done: (isTaken: boolean, now_us: number) => void): void {
    const { send, answer } = this.#profile.write;
    this.#ask(fillPattern(send, drives), answer, (found, now_us) => done(found !== null, now_us));
  }

  #ask(line: string, answer: string, done: Asked['done']): void {
    this.#asked = { line, answer, done, deadline_us: null };
  }

  #end(found: Readonly<Record<string, string>> | null, now_us: number): void {
    const asked = this.#asked;
    this.#asked = null;
    asked?.done(found, now_us);
  }
}
