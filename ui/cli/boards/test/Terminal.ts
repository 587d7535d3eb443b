import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../test/dosetwin.js';

/** The real command at a terminal of its own, a pseudo-terminal that `script` makes (Debian: bsdutils), and somebody who types there. */
export class Terminal {
  /** All that stands on the screen so far. */
  screen = '';
  /** Its exit code, once it has ended. */
  readonly exit: Promise<number | null>;
  readonly #child: ChildProcess;
  #look: () => void = () => {};

  constructor(words: readonly string[]) {
    const command = [process.execPath, join(ROOT, 'ui/cli/dosetwin.js'), ...words].map((word) => `'${word}'`).join(' ');
    this.#child = spawn('script', ['-qefc', command, '/dev/null'], { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#child.stdout?.on('data', (text: Buffer) => {
      this.screen += text.toString('utf8');
      this.#look();
    });
    this.exit = new Promise((resolve, reject) => {
      this.#child.once('error', () => reject(new Error('script is needed for this test (Debian: apt-get install bsdutils)')));
      this.#child.once('close', resolve);
    });
  }

  /** Waits until this stands on the screen, at least `times` times. */
  async shows(text: string, times = 1): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#look = () => this.screen.split(text).length > times && resolve();
      this.#look();
      void this.exit.then(() => reject(new Error(`it ended, and never showed ${text}:\n${this.screen}`)));
    });
  }

  type(line: string): void {
    this.#child.stdin?.write(`${line}\r`);
  }

  close(): void {
    this.#child.kill('SIGKILL');
  }
}
