import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A pseudo-terminal whose other end is a TCP port, made by `socat`: plugged in and out like a board on USB. */
export class Pty {
  readonly path: string;
  #socat: ChildProcess | null = null;

  constructor(path: string) {
    this.path = path;
  }

  /** @param other what stands behind it, in socat's words */
  async plugIn(other: string): Promise<void> {
    const socat = spawn('socat', [`PTY,link=${this.path},rawer`, other], { stdio: 'ignore' });
    const failed = new Promise<never>((_, reject) => {
      socat.once('error', () => reject(new Error('socat is needed for this test (Debian: apt-get install socat)')));
    });
    this.#socat = socat;
    const there = (async () => {
      while (!existsSync(this.path)) await sleep(5);
    })();
    await Promise.race([there, failed]);
  }

  async unplug(): Promise<void> {
    const socat = this.#socat;
    if (socat === null || socat.exitCode !== null) return;
    const gone = new Promise((resolve) => socat.once('exit', resolve));
    socat.kill('SIGKILL');
    await gone;
    rmSync(this.path, { force: true });
  }
}
