import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Disagreement } from '@dosetwin/twin';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** One half of the evidence, in a process of its own. It runs at once, and is silent until it is its turn to print. */
export class Half {
  readonly #folder = mkdtempSync(join(tmpdir(), 'dosetwin-engines-'));
  readonly #child: ChildProcess;
  readonly #ended: Promise<number>;

  constructor(script: string, words: readonly string[]) {
    const args = ['--import', 'tsx', script, ...words, '--differences', this.#file()];
    this.#child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#ended = new Promise((resolve, reject) => {
      this.#child.on('error', reject);
      this.#child.on('close', (status) => resolve(status ?? 1));
    });
    this.#child.stdout?.pause();
  }

  /** Prints what it has said so far and what it goes on to say, to its end, and answers its exit code. */
  print(): Promise<number> {
    this.#child.stdout?.on('data', (text) => process.stdout.write(text));
    this.#child.stdout?.resume();
    return this.#ended;
  }

  /** Once it has ended. */
  disagreements(): readonly Disagreement[] {
    const file = this.#file();
    const found = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Disagreement[]) : [];
    rmSync(this.#folder, { recursive: true, force: true });
    return found;
  }

  #file(): string {
    return join(this.#folder, 'differences.json');
  }
}
