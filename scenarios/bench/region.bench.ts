import { Session } from 'node:inspector/promises';
import { performance } from 'node:perf_hooks';
import { World } from '@dosetwin/twin';
import type { Benchmark } from '../../tools/Benchmark.js';
import { OutcomeFold } from '../src/measures/outcome/OutcomeFold.js';
import { MACHINES, region } from './region.js';
import { sharesOf } from './sharesOf.js';

const DAYS = 61;

/**
 * Runs the region without a trace, all measures folded; returns what it came to, so that nothing can be left out. At a quarter of the
 * way and at the end, `pause` is waited for.
 */
async function runRegion(seed: number, pause?: () => Promise<void>) {
  const { spec, inputs } = region(DAYS);
  const fold = new OutcomeFold(spec);
  const world = new World(spec, {
    seed,
    wants: (source, kind) => fold.wants(source, kind),
    onEntry: (entry) => fold.add(entry),
  });
  world.start();
  let isQuarter = pause === undefined;
  for (const input of inputs) {
    if (!isQuarter && input.t_us > spec.length_us / 4) {
      isQuarter = true;
      await pause?.();
    }
    world.runUntil(input.t_us);
    world.input(input);
  }
  world.runUntil(spec.length_us);
  await pause?.();
  return { outcomes: fold.result(spec.length_us), steps: world.steps };
}

/** What is held after a collection, MiB, at a quarter of a run and at its end, its world and measures alive. */
async function heldMiB(session: Session, seed: number): Promise<readonly number[]> {
  const held: number[] = [];
  await runRegion(seed, async () => {
    await session.post('HeapProfiler.collectGarbage');
    held.push(process.memoryUsage().heapUsed / 2 ** 20);
  });
  return held;
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
    const { outcomes, steps } = await runRegion(seed);
    const s = (performance.now() - from) / 1_000;
    const { user, system } = process.cpuUsage(before);
    const cpu = (user + system) / 1_000_000;
    const { due, served } = outcomes;
    if ((served ?? 0) < 0.7 * (due ?? 0)) throw new Error(`only ${served} of ${due} were served: the region stands empty`);
    const years = (MACHINES * DAYS) / 365;
    session.connect();
    const shares = await sharesOf(session, () => runRegion(seed));
    const held = (await heldMiB(session, seed)).map((miB) => miB.toFixed(0));
    const note = `a year of it in ${((s * 365) / DAYS).toFixed(1)} s (${((cpu * 365) / DAYS).toFixed(1)} s of processor time); ${Math.round(steps / cpu / 1000)} thousand events/s; ${shares}; held in memory ${held.join(' MiB at a quarter of the run, ')} MiB at its end`;
    session.disconnect();
    return { value: years / s, note };
  },
};
