/**
 * `npm run big [-- --run] [-- --replications N]`: a hundred machines of fifty people, four doses a day, a year, a thousand times over, machine
 * by machine on one core. Estimates first, from a few; `--run` goes through with it.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { simulate } from '../src/sizing/simulate/simulate.js';
import { sizingModels } from './sizingModels.js';

const MACHINES = 100;
const PROBES = 4;

const { values } = parseArgs({
  options: { run: { type: 'boolean', default: false }, replications: { type: 'string', default: '1000' } },
});
const replications = Number(values.replications);
if (!Number.isSafeInteger(replications) || replications < 1) {
  process.stderr.write(`--replications takes a whole number from 1, not '${values.replications}'\n`);
  process.exit(2);
}

/** Futures from number 0 on, in small lots, so that memory does not grow; visits, and the digits that a second run must repeat. */
function run(futures: number): { came: number; served: number } {
  let [came, served] = [0, 0];
  for (let from = 0; from < futures; from += PROBES) {
    for (const model of sizingModels(Math.min(PROBES, futures - from), MACHINES, from)) {
      const totals = simulate(model, 'machines');
      came += totals.came;
      served += totals.served;
    }
  }
  return { came, served };
}

function timed(futures: number) {
  const [clock, before] = [performance.now(), process.cpuUsage()];
  const counts = run(futures);
  const { user, system } = process.cpuUsage(before);
  return { ...counts, wall: (performance.now() - clock) / 1_000, processor: (user + system) / 1_000_000 };
}

run(PROBES);
const probe = timed(PROBES);
const estimate = (probe.processor / PROBES) * replications;
process.stdout.write(
  `${MACHINES} machines × 50 people × 4 doses × 365 days × ${replications} replications: about ${Math.round(estimate)} s of one core ` +
    `(${((probe.came / PROBES / 1e6) * replications).toFixed(0)} million visits at ${(probe.came / probe.processor / 1e6).toFixed(1)} million a second)\n`,
);
if (values.run) {
  const { came, served, wall, processor } = timed(replications);
  process.stdout.write(
    `done: ${came} visits, ${served} served; ${processor.toFixed(1)} s of processor time, ${wall.toFixed(1)} s on the clock, ` +
      `${(came / processor / 1e6).toFixed(1)} million visits a second\n`,
  );
} else process.stdout.write('--run goes through with it\n');
