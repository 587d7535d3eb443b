import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where the first of these commands stands that is on PATH. */
export function pathOf(names: readonly string[], env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs packages of Debian where that needs nobody's password. `why` and everything that it runs is said through `say`. */
export function installPackages(packages: string, why: string, say: (line: string) => void): void {
  if (process.platform !== 'linux') return;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (asRoot.length > 0 && !succeeds('sudo', ['-n', 'true'])) return;
  for (const line of ['apt-get update', `apt-get install -y --no-install-recommends ${packages}`]) {
    const [command = '', ...args] = [...asRoot, ...line.split(' ')];
    say(`${why}: ${[command, ...args].join(' ')}`);
    if (!succeeds(command, args)) say(`${line} did not succeed`);
  }
}

function succeeds(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}
