import fc from 'fast-check';
import loadHighs from 'highs';
import { describe, it } from 'vitest';
import { flowAgainstBruteForce, radiusAgainstBruteForce } from './test/againstBruteForce.js';
import { capacitated, everybodyServed, instances } from './test/instances.js';

const highs = await loadHighs();
/** `SITING_SEED=7 npx vitest run siting.slow` tries others; what once failed is to become a test of its own. */
const RUNS = { seed: Number(process.env.SITING_SEED ?? 60), numRuns: 60 };

describe('siting agrees with trying every choice, on many', () => {
  it.each([
    ['certain sites', instances(fc.constant(1))],
    ['certain sites, everybody served', instances(fc.constant(1), everybodyServed)],
    ['sites that may not open', instances(fc.constantFrom(0, 0.1, 0.3, 0.5, 0.8, 0.99, 1))],
  ])('[Z12] %s', { timeout: 60_000 }, (_, problems) => {
    fc.assert(
      fc.property(problems, (problem) => radiusAgainstBruteForce(highs, problem)),
      RUNS,
    );
  });

  it('[Z12] machines that fill up', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(capacitated, (problem) => flowAgainstBruteForce(highs, problem)),
      RUNS,
    );
  });
});
