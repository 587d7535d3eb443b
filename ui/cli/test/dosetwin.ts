import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const COMMAND = join(ROOT, 'ui/cli/dosetwin.js');

export interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What runs it: `node` of this process, unless said otherwise. */
  readonly node?: readonly string[];
}

/** Starts the real command in a process of its own. */
export function start(words: readonly string[], { cwd = ROOT, env = {}, node = [process.execPath] }: Surroundings = {}) {
  const [program = '', ...before] = node;
  return spawn(program, [...before, COMMAND, ...words], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Waits for its end, with all that it said. */
export function ended(child: ReturnType<typeof start>): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => (said[name] += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit) => resolve({ exit, ...said }));
  });
}

/** Runs the real command to its end. */
export function dosetwin(words: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  return ended(start(words, surroundings));
}

/** A folder that is there while a file's tests run. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dosetwin-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
