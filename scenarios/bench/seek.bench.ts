import { performance } from 'node:perf_hooks';
import type { Benchmark } from '../../tools/Benchmark.js';
import { Run } from '../src/run/Run.js';
import { libraryScenario } from '../test/libraryScenario.js';

/** Instants spread over the day, visited from the last to the first: each is a winding back. */
const INSTANTS = 24;

export const benchmark: Benchmark = {
  name: 'winding a day of routine-day back to an instant',
  unit: 'ms',
  better: 'lower',
  run() {
    const day = libraryScenario('routine-day');
    const run = new Run(day);
    const started = performance.now();
    run.finish();
    const reference = performance.now() - started;
    const from = performance.now();
    for (let i = INSTANTS - 1; i >= 0; i--) run.windBack(Math.floor((run.length_us * (i + 0.5)) / INSTANTS));
    const value = (performance.now() - from) / INSTANTS;
    return Promise.resolve({ value, reference, referenceName: 'running the whole day' });
  },
};
