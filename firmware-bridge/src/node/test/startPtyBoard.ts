import { fork, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface PtyBoard {
  readonly path: string;
  stop(): void;
}

/** The emulated board in a process of its own, behind a pseudo-terminal that socat makes. */
export async function startPtyBoard(): Promise<PtyBoard> {
  const folder = mkdtempSync(join(tmpdir(), 'dosetwin-pty-'));
  const path = join(folder, 'board');
  const child = fork(fileURLToPath(new URL('./servePty.ts', import.meta.url)));
  const port = await new Promise((resolve) => child.once('message', resolve));
  const socat = spawn('socat', [`pty,raw,echo=0,link=${path}`, `tcp:127.0.0.1:${port},nodelay`], { stdio: 'ignore' });
  for (let look = 0; look < 200 && !existsSync(path); look++) await setTimeout(20);
  const stop = () => {
    socat.kill();
    child.disconnect();
    rmSync(folder, { recursive: true, force: true });
  };
  return { path, stop };
}
