import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { effectsPage, type LibraryEffect } from '@dosetwin/reports';
import { formatProblems, type Side } from '@dosetwin/scenarios';
import { compareSides } from '@dosetwin/scenarios/node/compareSides';
import { type LibraryEntry, listLibrary } from '@dosetwin/scenarios/node/library';
import { MeasurePool } from '@dosetwin/scenarios/node/MeasurePool';
import { Exit, type ExitCode } from '../Exit.js';
import { Refusal } from '../Refusal.js';
import { writeText } from '../runFiles.js';
import { StopSignal } from '../StopSignal.js';
import { terminal } from '../terminal.js';
import { WorkProgress } from './WorkProgress.js';

export interface LibraryOptions {
  readonly runs?: number;
  readonly seed: number;
  readonly set?: readonly string[];
  readonly workers: number;
  readonly out?: string;
  readonly json?: boolean;
}

const RUNS = 20;
const PAGE = fileURLToPath(new URL('../../../docs/effects.md', import.meta.url));

/** Compares every scenario of the library with each of its variants, and writes the table of all effects. */
export async function effectsOfLibrary(written: readonly string[], options: LibraryOptions): Promise<ExitCode> {
  if (written.length > 0 || (options.set ?? []).length > 0) {
    throw new Refusal(Exit.badInput, '--library takes every scenario as it stands: leave out names and --set.');
  }
  const { entries, broken } = listLibrary();
  for (const problems of broken) terminal.tell(formatProblems(problems));
  if (broken.length > 0) return Exit.badInput;
  const stop = new StopSignal();
  const pool = new MeasurePool(options.workers);
  try {
    const effects: LibraryEffect[] = [];
    const shown = entries.filter(({ isCheck }) => !isCheck);
    for (const [place, entry] of shown.entries()) {
      terminal.tell(`${place + 1} of ${shown.length}  ${entry.name}`);
      const effect = await effectOf(entry, options, { stop, pool });
      if (effect === null) return tellStopped();
      effects.push(effect);
    }
    const path = options.out === undefined ? PAGE : join(options.out, 'effects.md');
    writeText(path, effectsPage(effects));
    if (options.json) terminal.printJson({ page: path, effects });
    else terminal.print(path);
    return Exit.held;
  } finally {
    stop.release();
    await pool.close();
  }
}

/** A half table would look like a whole one: nothing is written. */
function tellStopped(): ExitCode {
  terminal.tell('Stopped; the table was not written, since it would lack scenarios.');
  return Exit.stopped;
}

async function effectOf(
  entry: LibraryEntry,
  options: LibraryOptions,
  { stop, pool }: { readonly stop: StopSignal; readonly pool: MeasurePool },
): Promise<LibraryEffect | null> {
  const { name, title, study, file, variants } = entry;
  const text = readFileSync(file, 'utf8');
  const facts = { name, title, study, fingerprint: fingerprintOf(text) };
  if (variants.length === 0) return { ...facts, comparison: null };
  const faces: (string | null)[] = [null, ...variants.map((one) => one.name)];
  const sides = faces.map((variant): Side => {
    return { name: variant === null ? name : `${name}:${variant}`, file, text, variant, changes: [] };
  });
  const progress = new WorkProgress();
  const comparison = await compareSides({
    sides,
    firstSeed: options.seed,
    runs: options.runs ?? RUNS,
    workers: options.workers,
    pool,
    isStopped: () => stop.isGiven,
    onProgress: (done, all) => progress.show(done, all),
  });
  progress.clear();
  if ('problems' in comparison) throw new Refusal(Exit.badInput, formatProblems(comparison));
  return stop.isGiven ? null : { ...facts, comparison };
}

/** By which the page says of which text it speaks. */
export function fingerprintOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
