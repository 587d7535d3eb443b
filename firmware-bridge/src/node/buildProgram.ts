import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChartTable } from '@dosetwin/twin';
import { type EmittedFile, emitProgram, emitRegistry } from '../emit/emitProgram.js';
import { runTool } from './toolchain.js';

export const FIRMWARE = fileURLToPath(new URL('../../firmware', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../.cache/firmware', import.meta.url));

export type ProgramTarget = 'host' | 'avr';

/** Every warning is an error, on both compilers; `-fstack-usage` writes what each function takes. */
export const FLAGS = ['-std=c99', '-Os', '-Wall', '-Wextra', '-Werror', '-Wconversion', '-fstack-usage'] as const;

const COMPILER = {
  host: { command: 'gcc', flags: ['-D_POSIX_C_SOURCE=200809L'], main: 'host/sequences.c' },
  avr: { command: 'avr-gcc', flags: ['-mmcu=atmega2560'], main: 'avr/mailbox.c' },
} as const;

/** The queue of raised events has a generous bound; charts made by chance get this much of it, and a fault if they need more. */
const MOST_RAISED = 255;

/**
 * Compiles a program that runs these charts, numbered as given, and answers its folder: `program`, its objects and `*.su`.
 * A program whose every source is the same was built before and is not built again.
 */
export function buildProgram(tables: readonly ChartTable[], target: ProgramTarget): string {
  const { command, flags, main } = COMPILER[target];
  const files = [...emitProgram(tables, MOST_RAISED - 1), emitRegistry(tables)];
  const folder = join(CACHE, `${target}-${keyOf(files, [command, ...flags, ...FLAGS])}`);
  if (existsSync(join(folder, 'program'))) return folder;
  const draft = `${folder}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(draft, name), text);
  const sources = [main, ...interpreterSources()].map((source) => join(FIRMWARE, source));
  const includes = ['-I.', `-I${FIRMWARE}`];
  for (const source of sources) runTool(command, [...FLAGS, ...flags, ...includes, '-c', source], { cwd: draft });
  const objects = readdirSync(draft).filter((name) => name.endsWith('.o'));
  runTool(command, [...flags, '-o', 'program', ...objects.sort()], { cwd: draft });
  if (target === 'avr') runTool('avr-objcopy', ['-O', 'binary', '-R', '.eeprom', 'program', 'program.bin'], { cwd: draft });
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
  return folder;
}

/** The portable sources of the interpreter. */
export function interpreterSources(): string[] {
  return readdirSync(FIRMWARE).filter((name) => name.endsWith('.c'));
}

function keyOf(files: readonly EmittedFile[], flags: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([files, flags]));
  for (const folder of ['.', 'host', 'avr']) {
    const names = readdirSync(join(FIRMWARE, folder)).filter((name) => /\.[ch]$/.test(name));
    for (const name of names.sort()) hash.update(name).update(readFileSync(join(FIRMWARE, folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
