import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RecordHeader } from '@dosetwin/scenarios';
import { RecordFile } from '@dosetwin/scenarios/node/recordFile';
import { Exit } from './Exit.js';
import { Refusal } from './Refusal.js';

/** Where the files of a run go: `runs/stuck-dose-no-key-41207.jsonl`, with the report beside it. */
export function runPaths(
  folder: string,
  { scenario, variant, seed }: Pick<RecordHeader, 'scenario' | 'variant' | 'seed'>,
): { record: string; report: string } {
  const stem = join(folder, [scenario, ...(variant === null ? [] : [variant]), seed].join('-'));
  return { record: `${stem}.jsonl`, report: `${stem}.html` };
}

export function createRecordFile(path: string, header: RecordHeader): RecordFile {
  return orRefuse(path, () => {
    makeFolder(dirname(path));
    return new RecordFile(path, header);
  });
}

/** Writes a text, with its folder if need be. */
export function writeText(path: string, text: string): void {
  orRefuse(path, () => {
    makeFolder(dirname(path));
    writeFileSync(path, text);
  });
}

/** Makes a folder and those above it, one by one: `recursive` of Node 20 never returns where a folder cannot be made (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Does what writes to `path`; what the disk refuses is a refusal in words. */
export function orRefuse<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    // Without a system call it was no disk that refused, and hiding it would hide a fault of ours.
    if (code === undefined || syscall === undefined) throw error;
    throw new Refusal(Exit.environment, `${path} cannot be written: ${REASONS[code] ?? `the disk says ${code}`}.`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EDQUOT: 'your share of the disk is used up',
  EEXIST: 'a file stands where a folder is needed',
  EISDIR: 'there is a folder of that name',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'there is no such folder, and it cannot be made',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file stands where a folder is needed',
  EPERM: 'you may not write there',
  EROFS: 'the disk can only be read',
};
