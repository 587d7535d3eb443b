import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChartTable } from '@dosetwin/twin';
import { type EmittedFile, emitProgram, emitRegistry } from '../emit/emitProgram.js';
import { runTool } from './toolchain.js';

export const FIRMWARE = fileURLToPath(new URL('../../firmware', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../.cache/firmware', import.meta.url));

/** Charts on this machine, the same against the clock, on the emulated board, and what 48 cartridges hold in memory. */
export type ProgramTarget = 'host' | 'speed' | 'avr' | 'whole-board';

/** Every warning is an error, on both compilers; `-fstack-usage` writes what each function takes. */
export const FLAGS = ['-std=c99', '-Os', '-Wall', '-Wextra', '-Werror', '-Wconversion', '-fstack-usage'] as const;

const COMPILER = {
  host: { command: 'gcc', flags: ['-D_POSIX_C_SOURCE=200809L'], main: 'host/sequences.c' },
  speed: { command: 'gcc', flags: ['-D_POSIX_C_SOURCE=200809L'], main: 'host/speed.c' },
  avr: { command: 'avr-gcc', flags: ['-mmcu=atmega2560'], main: 'avr/mailbox.c' },
  'whole-board': { command: 'avr-gcc', flags: ['-mmcu=atmega2560'], main: 'avr/whole_board.c' },
} as const;

/** Charts that exist for evidence have bounds beyond any memory: their steps get this much room, and say so if it is too little. */
const MOST_RAISED = { host: 254, speed: 254, avr: 64, 'whole-board': undefined } as const;
const MOST_OPS = { host: 65_000, speed: 65_000, avr: 1_000, 'whole-board': 0 } as const;

/**
 * Compiles a program that runs these charts, numbered as given, and answers its folder: `program`, its objects and `*.su`.
 * A program whose every source is the same was built before and is not built again.
 */
export function buildProgram(tables: readonly ChartTable[], target: ProgramTarget): string {
  const { command, flags } = COMPILER[target];
  const files = [...emitProgram(tables, MOST_RAISED[target]), emitRegistry(tables, MOST_OPS[target])];
  const folder = join(CACHE, `${target}-${keyOf(files, [command, ...flags, ...FLAGS])}`);
  if (existsSync(join(folder, 'program'))) return folder;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    for (const { name, text } of files) writeFileSync(join(draft, name), text);
    compile(draft, target, files);
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

function compile(folder: string, target: ProgramTarget, files: readonly EmittedFile[]): void {
  const { command, flags, main } = COMPILER[target];
  // The tables come with `all_charts.h`, or stand alone.
  const tables = target === 'whole-board' ? files.map(({ name }) => name).filter((name) => name.endsWith('.c')) : [];
  const sources = [...[main, ...interpreterSources()].map((source) => join(FIRMWARE, source)), ...tables];
  for (const source of sources) {
    runTool(command, [...FLAGS, ...flags, '-I.', `-I${FIRMWARE}`, '-c', source], { cwd: folder });
  }
  const objects = readdirSync(folder).filter((name) => name.endsWith('.o'));
  runTool(command, [...flags, '-o', 'program', ...objects.sort()], { cwd: folder });
  if (command === 'avr-gcc') runTool('avr-objcopy', ['-O', 'binary', '-R', '.eeprom', 'program', 'program.bin'], { cwd: folder });
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
