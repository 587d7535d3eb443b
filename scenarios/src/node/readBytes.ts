import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { Complaint, quote } from '../format/Complaint.js';
import type { Problems } from '../format/Problem.js';
import { problemOfFile } from './problemOfFile.js';

/**
 * The bytes of a file, at most so many of them, so that a larger one is known to be one without reading it whole. What the
 * disk refuses is a problem like any other. `kind` is what such files are called: `scenario`.
 */
export function readBytes(file: string, limit: number, kind: string): Uint8Array | Problems {
  try {
    if (!statSync(file).isFile())
      return problemOfFile(file, Complaint.of(quote(file), `is no file; name a ${kind} file`, 'a file'));
    return readAtMost(file, limit);
  } catch (error) {
    return problemOfFile(file, Complaint.of(quote(file), diskAdvice(error, kind), 'a file that can be read'));
  }
}

function readAtMost(file: string, limit: number): Uint8Array {
  const bytes = new Uint8Array(limit);
  const handle = openSync(file, 'r');
  try {
    let length = 0;
    for (let read = 1; read > 0 && length < limit; length += read) read = readSync(handle, bytes, length, limit - length, length);
    return bytes.subarray(0, length);
  } finally {
    closeSync(handle);
  }
}

function diskAdvice(error: unknown, kind: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return `does not exist; check the path, or name a ${kind} of the library`;
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read by you; check who owns it';
  return `cannot be read (${code || String(error)})`;
}
