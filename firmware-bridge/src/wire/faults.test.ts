import fc from 'fast-check';
import { describe, it } from 'vitest';
import { anyFates, checkFaultyRun } from './test/faultyRun.js';

describe('a wire that loses, doubles, cuts, flips, delays and adds bytes', () => {
  it('[W10] [W12] [W15] no command is taken twice, every signal comes once or is reported lost, and the link recovers', () => {
    fc.assert(
      fc.property(anyFates(60), fc.boolean(), (fates, restarts) => checkFaultyRun(fates, restarts)),
      { numRuns: 25 },
    );
  });
});
