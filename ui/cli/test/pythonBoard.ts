import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { ROOT } from './dosetwin.js';

/** A board of another make as a process of its own: where it is plugged in, what it says really happened, and its operator. */
export interface PythonBoard {
  readonly tty: string;
  readonly truth: readonly string[];
  /** Lines of its truth that begin so. */
  really(what: string): string[];
  tell(words: string): void;
  /** A command that does what prompts ask, through the board's side channel. */
  readonly operator: string;
}

/** Starts a program of `firmware-bridge/src/profile/test`; it ends with the test. */
export async function pythonBoard(program: string, ...words: string[]): Promise<PythonBoard> {
  const board = spawn('python3', [join(ROOT, 'firmware-bridge/src/profile/test', program), ...words], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void board.kill());
  const missing = once(board, 'error').then(() => {
    throw new Error('python3 is needed for this test (Debian: apt-get install python3)');
  });
  const truth: string[] = [];
  const first = new Promise<string>((resolve) => {
    createInterface({ input: board.stdout }).on('line', (line) => {
      if (line.startsWith('tty ')) resolve(line.slice(4));
      else truth.push(line);
    });
  });
  const tty = await Promise.race([first, missing]);
  const side = createServer((socket) => socket.on('data', (said) => board.stdin.write(said)));
  side.listen(0, '127.0.0.1');
  await once(side, 'listening');
  onTestFinished(() => void side.close());
  const { port } = side.address() as { readonly port: number };
  return {
    tty,
    truth,
    really: (what) => truth.filter((line) => line.startsWith(what)),
    tell: (said) => board.stdin.write(`${said}\n`),
    operator: `node ${join(ROOT, 'ui/cli/boards/test/vm2_operator.mjs')} ${port}`,
  };
}
