import { spawnSync } from 'node:child_process';

/** The compilers that make firmware, and what to say where they are missing. */
export const COMPILERS = ['gcc', 'avr-gcc', 'avr-size', 'avr-nm', 'avr-objcopy', 'avr-objdump'] as const;

export const COMPILERS_NEEDED =
  'The firmware is built with gcc and avr-gcc, and not all of it was found: install it ' +
  '(Debian: apt-get install gcc libc6-dev gcc-avr binutils-avr avr-libc).';

/** Those that cannot be run. */
export function missingCompilers(): string[] {
  return COMPILERS.filter((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status !== 0);
}

/** Runs one of them and gives what it prints. @throws with everything that it said, if it does not succeed */
export function runTool(name: string, args: readonly string[], options: { cwd?: string; input?: string } = {}): string {
  const { status, stdout, stderr, error } = spawnSync(name, args, {
    ...options,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (error && 'code' in error && error.code === 'ENOENT') throw new Error(`${name} was not found. ${COMPILERS_NEEDED}`);
  if (error) throw error;
  if (status !== 0) throw new Error(`${name} ${args.join(' ')} ended with ${status}:\n${stderr}${stdout}`);
  return stdout;
}
