import { spawn } from 'node:child_process';
import { ROOT } from './root.js';

/** One thing that `npm run check` looks at: a program of this house, which exits with 0 if all is well. */
export interface Step {
  readonly name: string;
  /** Arguments of Node; the TypeScript loader is registered. */
  readonly command: readonly string[];
}

export interface Outcome {
  readonly passed: boolean;
  /** Everything that it printed. */
  readonly output: string;
  readonly seconds: number;
}

/** A step that hangs is a step that failed. */
const LIMIT_MS = 25 * 60_000;

/** Runs Node with these arguments in the root, without a standard input and without colours, and keeps what it prints. */
export function runNode(args: readonly string[]): Promise<Outcome> {
  const start = performance.now();
  const { FORCE_COLOR: _, ...env } = process.env;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...env, NO_COLOR: '1' },
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('close', (code, signal) => {
      if (signal !== null) output += `\nended by ${signal} after ${Math.round((performance.now() - start) / 1000)} s\n`;
      resolve({ passed: code === 0, output, seconds: (performance.now() - start) / 1000 });
    });
  });
}
