import { describe, expect, it } from 'vitest';
import { CHARTS } from '../../CHARTS.js';
import { describeDifference } from './Difference.js';
import { evidenceOf } from './evidenceOf.js';
import { FEATURES } from './features/FEATURES.js';
import { mutationRun } from './mutationRun.js';

/** Every third change, from the first on; `npm run engines` makes them all. */
const everyThird = <T>(all: readonly T[]): readonly T[] => all.filter((_, place) => place % 3 === 0);

const OPTIONS = { maxSituations: 100_000, maxProbed: 100_000, seed: 1, walks: 20, walkSteps: 500 };

describe('charts for each feature', () => {
  it.each(FEATURES)('[E9] tables and XState agree on $name', (definition) => {
    const options = { ...OPTIONS, maxSituations: 1_000, maxProbed: 20 };
    const { difference } = evidenceOf(definition, options);
    expect(difference && describeDifference(definition.name, difference)).toBeNull();
  });
});

describe("the house's charts", () => {
  it.each(CHARTS)('[E9] tables and XState agree wherever $name can be', (definition) => {
    const { difference, complete } = evidenceOf(definition, OPTIONS);
    expect(difference && describeDifference(definition.name, difference)).toBeNull();
    expect(complete).toBe(true);
  });

  it('[E10] of hundreds of changed tables at least 99 in 100 are caught, and the others are the same machine', () => {
    const runs = CHARTS.map((definition) => mutationRun(definition, OPTIONS, everyThird));
    const made = runs.reduce((sum, run) => sum + run.made, 0);
    const caught = runs.reduce((sum, run) => sum + run.caught, 0);
    expect(made).toBeGreaterThan(500);
    expect(caught / made).toBeGreaterThanOrEqual(0.99);
    expect(runs.flatMap(({ survivors }) => survivors).filter(({ isEquivalent }) => !isEquivalent)).toEqual([]);
  });
});
