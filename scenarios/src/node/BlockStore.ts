import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Totals } from '../sizing/simulate/Totals.js';
import { totalsDigest } from '../sizing/study/Simulations.js';
import { totalsOfRow, totalsRow } from '../sizing/study/totalsRow.js';

/**
 * Blocks of a study that are done, a line each with its digest, so that a study goes on where it was stopped. `study` names what
 * they belong to (region, seed, versions): a file of another study is not gone on with. A torn or altered line counts as not done.
 */
export class BlockStore {
  readonly #path: string;
  readonly #known = new Map<string, readonly Totals[]>();

  /** Begins the file anew, unless it is to be gone on with. Throws what the disk refuses. */
  constructor(path: string, study: string, goOn: boolean) {
    this.#path = path;
    const lines = goOn && existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    if (lines[0] === study) for (const line of lines.slice(1)) this.#take(line);
    mkdirSync(dirname(path), { recursive: true });
    // What was read is written again, so that a torn line is gone.
    writeFileSync(
      path,
      [study, ...[...this.#known].map(([key, totals]) => lineOf(key, totals))].map((line) => `${line}\n`).join(''),
    );
  }

  get size(): number {
    return this.#known.size;
  }

  get(key: string): readonly Totals[] | undefined {
    return this.#known.get(key);
  }

  add(blocks: readonly (readonly [key: string, totals: readonly Totals[]])[]): void {
    for (const [key, totals] of blocks) this.#known.set(key, totals);
    appendFileSync(this.#path, blocks.map(([key, totals]) => `${lineOf(key, totals)}\n`).join(''));
  }

  /** The study is whole: its file is not needed any more. */
  remove(): void {
    rmSync(this.#path, { force: true });
  }

  #take(line: string): void {
    const read = readLine(line);
    if (read !== null && totalsDigest(read.key, read.totals) === read.digest) this.#known.set(read.key, read.totals);
  }
}

function lineOf(key: string, totals: readonly Totals[]): string {
  return JSON.stringify([key, totalsDigest(key, totals), totals.map(totalsRow)]);
}

function readLine(line: string): { readonly key: string; readonly digest: string; readonly totals: readonly Totals[] } | null {
  try {
    const [key, digest, rows] = JSON.parse(line) as [string, string, number[][]];
    return { key, digest, totals: rows.map(totalsOfRow) };
  } catch {
    return null;
  }
}
