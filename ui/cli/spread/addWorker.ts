import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import type { ExitCode } from '../Exit.js';
import { parseWorkers } from '../parseWorkers.js';
import { addNats } from './addNats.js';

const EXAMPLES = `Start one on each machine that is to help, with the same dosetwin as where dosetwin size runs; then give size the same --nats. A worker
takes blocks of whatever study is there until Ctrl-C, and may be killed at any moment: what it had begun goes to another, and no digit
changes. The bus carries the figures of regions, and nobody's timetable; it should not be open to the world.

Examples:
  dosetwin worker --nats nats://192.168.1.20:4222
  dosetwin worker --nats nats://planner:secret@bus-1:4222,nats://bus-2:4222,nats://bus-3:4222 --threads 4
  dosetwin size northern-ontario --nats nats://192.168.1.20:4222`;

/** `dosetwin worker`: its words and options; what it does is loaded when it is asked for. */
export function addWorker(dosetwin: Command, finish: (exit: ExitCode) => void): void {
  const worker = dosetwin
    .command('worker')
    .description('simulate for studies that run elsewhere, over NATS JetStream, until Ctrl-C');
  addNats(worker, 'where blocks come from', true)
    .option('--threads <number>', 'worker threads', parseWorkers, Math.min(availableParallelism(), 64))
    .option('--name <word>', 'what this worker is called in messages (default: its host and process number)', parseName)
    .addHelpText('after', `\n${EXAMPLES}`)
    .action(async (options) => finish(await (await import('../commands/worker.js')).worker(options)));
}

function parseName(text: string): string {
  if (/^[\w.@-]{1,80}$/.test(text)) return text;
  throw new InvalidArgumentError('1 to 80 letters, digits, _, ., @ and - were expected.');
}
