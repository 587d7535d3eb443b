import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What builds the firmware and speaks to it, and the packages of Debian that bring it. */
const COMMANDS = ['gcc', 'avr-gcc', 'avr-size', 'avr-nm', 'avr-objcopy', 'avr-objdump', 'mbpoll', 'socat'];
/** simavr is a library: its header stands for it. */
const SIMAVR = '/usr/include/simavr/sim_avr.h';
const PACKAGES = 'gcc libc6-dev gcc-avr binutils-avr avr-libc mbpoll socat libsimavr-dev';

/** What to say where something is missing and cannot be installed. */
export const NEEDED = `The firmware is built with gcc and avr-gcc, and tested with simavr, mbpoll and socat; not all of it was found: install it (Debian: apt-get install ${PACKAGES}).`;

/** Those of the commands that are not on PATH. */
export function missingCommands(env: NodeJS.ProcessEnv = process.env): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return COMMANDS.filter((name) => !folders.some((folder) => isExecutable(join(folder, name))));
}

/** The commands that are missing, and simavr where it is. */
function missing(): string[] {
  return [...missingCommands(), ...(existsSync(SIMAVR) ? [] : ['libsimavr'])];
}

/**
 * Finds the compilers of the firmware and the tools of its tests, or installs them where that needs nobody's password. Everything that it runs is said
 * through `say`.
 * @returns whether all of them are there
 */
export function ensureAvr(say: (line: string) => void): boolean {
  if (missing().length === 0) return true;
  if (process.platform !== 'linux') return false;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (asRoot.length > 0 && !succeeds('sudo', ['-n', 'true'])) return false;
  for (const line of ['apt-get update', `apt-get install -y --no-install-recommends ${PACKAGES}`]) {
    const [command = '', ...args] = [...asRoot, ...line.split(' ')];
    say(`no ${missing().join(', ')} yet: ${[command, ...args].join(' ')}`);
    if (!succeeds(command, args)) say(`${line} did not succeed`);
  }
  return missing().length === 0;
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
