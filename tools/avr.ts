import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What builds the firmware, and the packages of Debian that bring it. */
const COMMANDS = ['gcc', 'avr-gcc', 'avr-size', 'avr-nm', 'avr-objcopy', 'avr-objdump'];
const PACKAGES = 'gcc libc6-dev gcc-avr binutils-avr avr-libc';

/** What to say where something is missing and cannot be installed. */
export const NEEDED = `The firmware is built with gcc and avr-gcc, and not all of it was found: install it (Debian: apt-get install ${PACKAGES}).`;

/** Those of the commands that are not on PATH. */
export function missingCommands(env: NodeJS.ProcessEnv = process.env): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return COMMANDS.filter((name) => !folders.some((folder) => isExecutable(join(folder, name))));
}

/**
 * Finds the compilers of the firmware, or installs them where that needs nobody's password. Everything that it runs is said
 * through `say`.
 * @returns whether all of them are there
 */
export function ensureAvr(say: (line: string) => void): boolean {
  if (missingCommands().length === 0) return true;
  if (process.platform !== 'linux') return false;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (asRoot.length > 0 && !succeeds('sudo', ['-n', 'true'])) return false;
  for (const line of ['apt-get update', `apt-get install -y --no-install-recommends ${PACKAGES}`]) {
    const [command = '', ...args] = [...asRoot, ...line.split(' ')];
    say(`no ${missingCommands().join(', ')} yet: ${[command, ...args].join(' ')}`);
    if (!succeeds(command, args)) say(`${line} did not succeed`);
  }
  return missingCommands().length === 0;
}

function succeeds(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
