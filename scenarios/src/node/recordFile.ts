import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TraceEntry } from '@dosetwin/twin';
import { decodeUtf8 } from '../format/decodeUtf8.js';
import { RecordLines } from '../record/RecordLines.js';
import type { RecordEnd, RecordHeader } from '../record/RunRecord.js';
import { type RecordReading, readRecord } from '../record/readRecord.js';

/** A string of V8 holds half a milliard characters; a record beyond this is refused before it is read. */
const LARGEST_BYTES = 400 * 1024 * 1024;
/** A character of UTF-8 that was cut off leaves at most this many bytes. */
const LONGEST_TORN_BYTES = 3;

/**
 * Writes a record line by line, each handed to the operating system at once: whatever stops the run, what was recorded
 * stands in the file.
 */
export class RecordFile {
  readonly path: string;
  readonly #file: number;
  readonly #lines = new RecordLines();
  #open = true;

  /** Makes the folder if need be, and replaces a file of the same name. Throws as `node:fs` does. */
  constructor(path: string, header: RecordHeader) {
    this.path = path;
    mkdirSync(dirname(path), { recursive: true });
    this.#file = openSync(path, 'w');
    this.#write(this.#lines.header(header));
  }

  add(entry: TraceEntry): void {
    this.#write(this.#lines.entry(entry));
  }

  /** Writes the last line and closes the file, once it lies on the disk. */
  end(end: RecordEnd): void {
    this.#write(this.#lines.end(end));
    fsyncSync(this.#file);
    this.close();
  }

  /** Closes without an end: the record stays readable, as unfinished. Closing again does nothing. */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    closeSync(this.#file);
  }

  #write(line: string): void {
    const bytes = Buffer.from(line, 'utf8');
    let written = 0;
    while (written < bytes.length) written += writeSync(this.#file, bytes, written);
  }
}

/** Reads a record's file. Never throws: a missing, huge or binary file is a problem like any other. */
export function readRecordFile(path: string): RecordReading {
  const refuse = (message: string, line = 0, column = 0): RecordReading => ({
    record: null,
    problems: [{ file: path, line, column, message }],
    unfinished: null,
  });
  let bytes: Buffer;
  try {
    const about = statSync(path);
    if (about.isDirectory()) return refuse('this is a folder; the file of a record was expected');
    if (!about.isFile()) return refuse('this is no ordinary file; the file of a record was expected');
    if (about.size > LARGEST_BYTES) return refuse(`the file has ${about.size} bytes; at most ${LARGEST_BYTES} were expected`);
    bytes = readFileSync(path);
  } catch (error) {
    return refuse(unreadable(error));
  }
  const read = textOf(bytes);
  if ('text' in read) return readRecord(read.text, path);
  if (bytes.length - read.badByteAt <= LONGEST_TORN_BYTES) {
    // Stopped in the middle of a character of the last line: that line is left out, and the record is unfinished.
    const whole = textOf(bytes.subarray(0, read.badByteAt));
    if ('text' in whole) return readRecord(whole.text, path);
  }
  const { line, column } = placeOf(bytes, read.badByteAt);
  return refuse('this is no text in UTF-8; a record is JSON Lines', line, column);
}

/** The platform's decoder is fast and says only whether; ours says where. */
function textOf(bytes: Buffer): { readonly text: string } | { readonly badByteAt: number } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return decodeUtf8(bytes);
  }
}

/** Line and column of a byte, both from 1; the column counts bytes, since nothing beyond them is text. */
function placeOf(bytes: Buffer, at: number): { line: number; column: number } {
  const before = bytes.subarray(0, at);
  let line = 1;
  for (const byte of before) if (byte === 0x0a) line += 1;
  return { line, column: at - before.lastIndexOf(0x0a) };
}

function unreadable(error: unknown): string {
  const code = (error as { code?: string }).code;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'the file may not be read';
  return `the file cannot be read (${code ?? String(error)})`;
}
