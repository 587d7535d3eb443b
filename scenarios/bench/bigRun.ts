/**
 * `npm run big [-- --run] [-- --replications N] [-- --workers N]`: a hundred machines of fifty people, four doses a day, a year, a thousand
 * times over, machine by machine, on worker threads as a study has them. Estimates first, from a few; `--run` goes through with it.
 */
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { StudyPool } from '../src/node/StudyPool.js';
import { FUTURES_A_BLOCK } from '../src/sizing/study/Block.js';
import { oneEach } from '../test/smallRegion.js';
import { sizingRegion } from './sizingModels.js';

const USAGE = `npm run big -- [--run] [--replications <n>] [--workers <n>]

Estimates how long a hundred machines of fifty people, four doses a day, for a year take machine by machine, a thousand times over
(--replications, in eights) on one worker thread a core (--workers); --run goes through with it, and says how far off that was.`;

const MACHINES = 100;
/** Blocks for each worker: to warm up with, and to estimate from. */
const WARM_UP = 2;
const PROBES = 4;

const { values } = readArguments();
if (values.help) {
  process.stdout.write(`${USAGE}\n`);
  process.exit(0);
}
const replications = FUTURES_A_BLOCK * Math.ceil(wholeNumber('replications', values.replications, 1_000_000) / FUTURES_A_BLOCK);
const workers = wholeNumber('workers', values.workers ?? String(availableParallelism()), 64);
const pool = new StudyPool(sizingRegion(MACHINES), 1, workers);

await run(WARM_UP * workers);
const probe = await run(PROBES * workers);
const estimate = (probe.seconds / (PROBES * workers * FUTURES_A_BLOCK)) * replications;
const threads = `${workers} worker ${workers === 1 ? 'thread' : 'threads'}`;
process.stdout.write(
  `${MACHINES} machines × 50 people × 4 doses × 365 days × ${replications} replications, machine by machine, ${threads}: about ` +
    `${estimate.toFixed(1)} s (${speed(probe)})\n`,
);
if (values.run) {
  const done = await run(replications / FUTURES_A_BLOCK);
  const off = (100 * (estimate - done.seconds)) / done.seconds;
  process.stdout.write(
    `done: ${done.came} visits, ${done.served} served, in ${done.seconds.toFixed(1)} s on the clock (${speed(done)}), ` +
      `${done.processor.toFixed(1)} s of processor time; the estimate was ${Math.abs(off).toFixed(0)} % too ${off < 0 ? 'low' : 'high'}\n`,
  );
} else process.stdout.write('--run goes through with it\n');
await pool.close();

/** The first blocks of futures; what they came to does not depend on the number of workers. */
async function run(blocks: number) {
  let [came, served] = [0, 0];
  const plan = oneEach(MACHINES);
  const work = Array.from({ length: blocks }, (_, i) => {
    return { plan, fidelity: 'machines' as const, overrides: {}, from: i * FUTURES_A_BLOCK };
  });
  const [clock, before] = [performance.now(), process.cpuUsage()];
  await pool.run(work, (_, results) => {
    for (const totals of results.flat()) {
      came += totals.came;
      served += totals.served;
    }
  });
  const { user, system } = process.cpuUsage(before);
  return { came, served, seconds: (performance.now() - clock) / 1_000, processor: (user + system) / 1_000_000 };
}

function speed({ came, seconds }: { readonly came: number; readonly seconds: number }): string {
  return `${(came / seconds / 1e6).toFixed(1)} million visits a second`;
}

function wholeNumber(name: string, written: string, most: number): number {
  const number = Number(written);
  if (Number.isSafeInteger(number) && number >= 1 && number <= most) return number;
  process.stderr.write(`--${name} takes a whole number from 1 to ${most}, not '${written}'\n\n${USAGE}\n`);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        run: { type: 'boolean', default: false },
        replications: { type: 'string', default: '1000' },
        workers: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
    process.exit(2);
  }
}
