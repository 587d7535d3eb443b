import { existsSync } from 'node:fs';
import { installPackages, pathOf } from './debianPackages.js';

/** What builds the firmware and speaks to it, and the packages of Debian that bring it. */
const COMMANDS = ['gcc', 'avr-gcc', 'avr-size', 'avr-nm', 'avr-objcopy', 'avr-objdump', 'mbpoll', 'socat'];
/** simavr is a library: its header stands for it. */
const SIMAVR = '/usr/include/simavr/sim_avr.h';
const PACKAGES = 'gcc libc6-dev gcc-avr binutils-avr avr-libc mbpoll socat libsimavr-dev';

/** What to say where something is missing and cannot be installed. */
export const NEEDED = `The firmware is built with gcc and avr-gcc, and tested with simavr, mbpoll and socat; not all of it was found: install it (Debian: apt-get install ${PACKAGES}).`;

/** Those of the commands that are not on PATH. */
export function missingCommands(env: NodeJS.ProcessEnv = process.env): string[] {
  return COMMANDS.filter((name) => pathOf([name], env) === undefined);
}

/** The commands that are missing, and simavr where it is. */
function missing(): string[] {
  return [...missingCommands(), ...(existsSync(SIMAVR) ? [] : ['libsimavr'])];
}

/**
 * Finds the compilers of the firmware and the tools of its tests, or installs them where that needs nobody's password. Everything
 * that it runs is said through `say`.
 * @returns whether all of them are there
 */
export function ensureAvr(say: (line: string) => void): boolean {
  if (missing().length === 0) return true;
  installPackages(PACKAGES, `no ${missing().join(', ')} yet`, say);
  return missing().length === 0;
}
