import fc from 'fast-check';
import { describe, it } from 'vitest';
import { anyFates, checkFaultyRun } from './test/faultyRun.js';

// `npm run campaign` has more of them.
const RUNS = 150;

describe('a wire that loses, doubles, cuts, flips, delays and adds bytes', () => {
  it.each([false, true])(`[W10] [W12] [W15] ${RUNS} runs, the board restarting: %s`, (restarts) => {
    fc.assert(
      fc.property(anyFates(200), (fates) => checkFaultyRun(fates, restarts)),
      { numRuns: RUNS },
    );
  });
});
