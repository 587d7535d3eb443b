import { Session } from 'node:inspector/promises';
import { performance } from 'node:perf_hooks';
import { World } from '@dosetwin/twin';
import type { Benchmark } from '../../tools/Benchmark.js';
import { OutcomeFold } from '../src/measures/outcome/OutcomeFold.js';
import { MACHINES, region } from './region.js';
import { sharesOf } from './sharesOf.js';

const DAYS = 61;

/** Runs the region without a trace, all measures folded; returns what it came to, so that nothing can be left out. */
function runRegion(seed: number) {
  const { spec, inputs } = region(DAYS);
  const fold = new OutcomeFold(spec);
  const world = new World(spec, {
    seed,
    wants: (source, kind) => fold.wants(source, kind),
    onEntry: (entry) => fold.add(entry),
  });
  world.start();
  for (const input of inputs) {
    world.runUntil(input.t_us);
    world.input(input);
  }
  world.runUntil(spec.length_us);
  return { outcomes: fold.result(spec.length_us), steps: world.steps };
}

let round = 0;

export const benchmark: Benchmark = {
  name: `a region of ${MACHINES} machines and 400 people, whole charts, no trace, measures on`,
  unit: 'machine-years/s',
  better: 'higher',
  async run() {
    const session = new Session();
    const seed = ++round;
    const from = performance.now();
    const before = process.cpuUsage();
    const { outcomes, steps } = runRegion(seed);
    const s = (performance.now() - from) / 1_000;
    const { user, system } = process.cpuUsage(before);
    const cpu = (user + system) / 1_000_000;
    const { due, served } = outcomes;
    if ((served ?? 0) < 0.7 * (due ?? 0)) throw new Error(`only ${served} of ${due} were served: the region stands empty`);
    const years = (MACHINES * DAYS) / 365;
    session.connect();
    const shares = await sharesOf(session, () => runRegion(seed));
    const heapMiB = Math.round(process.memoryUsage().heapUsed / 2 ** 20);
    const note = `a year of it in ${((s * 365) / DAYS).toFixed(1)} s (${((cpu * 365) / DAYS).toFixed(1)} s of processor time); ${Math.round(steps / cpu / 1000)} thousand events/s; ${shares}; heap ${heapMiB} MiB`;
    session.disconnect();
    return { value: years / s, note };
  },
};
