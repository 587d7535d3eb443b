import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FIRMWARE } from './buildProgram.js';
import { runTool } from './toolchain.js';

/** The committed firmware on simavr, in real time, behind a pseudo-terminal. */
export interface SimavrBoard {
  /** The pseudo-terminal's path. */
  readonly path: string;
  /** Pulls the reset pin; the EEPROM keeps what it holds. */
  reset(): void;
  stop(): Promise<void>;
}

/** What to say where simavr cannot be built against. */
export const SIMAVR_NEEDED = 'simavr was not found: install it (Debian: apt-get install gcc libsimavr-dev).';

const SOURCE = fileURLToPath(new URL('../../simavr/board.c', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../.cache/firmware', import.meta.url));
const FLAGS = ['-std=gnu11', '-O2', '-Wall', '-Wextra', '-Werror', '-isystem', '/usr/include/simavr'];
/** simavr says where it listens as soon as it runs. */
const START_ms = 10_000;

/** Builds `simavr/board.c`, once for each of its versions. @throws with what is missing, or what the compiler says */
export function buildSimavr(): string {
  if (!existsSync('/usr/include/simavr/sim_avr.h')) throw new Error(SIMAVR_NEEDED);
  const key = createHash('sha256').update(readFileSync(SOURCE)).update(JSON.stringify(FLAGS)).digest('hex').slice(0, 16);
  const program = join(CACHE, `simavr-${key}`);
  if (existsSync(program)) return program;
  mkdirSync(CACHE, { recursive: true });
  const draft = `${program}.${process.pid}`;
  runTool('gcc', [...FLAGS, '-o', draft, SOURCE, '-lsimavrparts', '-lsimavr', '-lpthread']);
  renameSync(draft, program);
  return program;
}

export const HEX = join(FIRMWARE, 'dosetwin.hex');

/** Starts it. @throws if it does not say where it listens */
export async function startSimavr(): Promise<SimavrBoard> {
  const child = spawn(buildSimavr(), [HEX], { stdio: ['pipe', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.stdin?.end();
    const late = setTimeout(() => child.kill('SIGKILL'), 2_000);
    await ended;
    clearTimeout(late);
  };
  try {
    const path = await pathOf(child);
    return { path, reset: () => void child.stdin?.write('r'), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function pathOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`simavr does not say where it listens: ${said}`)), START_ms);
    child.once('error', reject).once('close', () => reject(new Error(`simavr has ended: ${said}`)));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const path = /^pty (\S+)$/m.exec(said)?.[1];
      if (path === undefined) return;
      clearTimeout(late);
      resolve(path);
    });
  });
}
