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
const times = replications / (PROBES * workers * FUTURES_A_BLOCK);
const threads = `${workers} worker ${workers === 1 ? 'thread' : 'threads'}`;
process.stdout.write(
  `${MACHINES} machines × 50 people × 4 doses × 365 days × ${replications} replications, machine by machine, ${threads}: ` +
    `about ${told(probe, times)}\n`,
);
if (values.run) {
  const done = await run(replications / FUTURES_A_BLOCK);
  process.stdout.write(
    `done: ${done.came} visits, ${done.served} served, in ${told(done)}; the estimate of the processor's time was ` +
      `${off(times * probe.processor, done.processor)}, that of the clock's ${off(times * probe.seconds, done.seconds)}\n`,
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

/** So many times a run, in words: time on the clock, which others on the machine share, and time of its processors. */
function told({ came, seconds, processor }: Awaited<ReturnType<typeof run>>, times = 1): string {
  const million = (each: number) => (came / each / 1e6).toFixed(1);
  return (
    `${(times * processor).toFixed(1)} s of processor time (${million(processor)} million visits in each), ` +
    `${(times * seconds).toFixed(1)} s on the clock (${million(seconds)} million in each)`
  );
}

function off(estimate: number, measured: number): string {
  const percent = Math.round((100 * (estimate - measured)) / measured);
  return percent < 0 ? `${-percent} % too low` : `${percent} % too high`;
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
