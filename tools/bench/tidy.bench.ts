import type { Benchmark } from '../Benchmark.js';
import { house } from '../tidy/house.js';
import { RULES } from '../tidy/rules.js';

/** How long the house rules take over the whole house, read and parsed anew. */
export const benchmark: Benchmark = {
  name: 'house rules over every file',
  unit: 'ms',
  better: 'lower',
  run() {
    const start = performance.now();
    const sources = house();
    for (const rule of RULES) rule.check(sources);
    return Promise.resolve({ value: performance.now() - start });
  },
};
