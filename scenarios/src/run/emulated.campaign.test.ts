import { describe, expect, it } from 'vitest';
import { differenceOnBoard } from '../../test/equalOnBoard.js';
import { libraryScenario } from '../../test/libraryScenario.js';
import { listLibrary } from '../node/library.js';

const DAY_us = 86_400_000_000;
const SEEDS = Array.from({ length: 20 }, (_, i) => 101 + i);
const NAMES = listLibrary()
  .entries.flatMap(({ name, variants }) => [name, ...variants.map((variant) => `${name}:${variant.name}`)])
  .filter((name) => libraryScenario(name).spec.length_us <= DAY_us);

describe('the campaign of scenarios on the emulated board', () => {
  it.each(NAMES)('[H4] %s is equal on the model and the firmware with 20 more seeds', (name) => {
    const differences = SEEDS.flatMap((seed) => {
      const difference = differenceOnBoard(name, seed);
      return difference === null ? [] : [`seed ${seed}: ${difference}`];
    });
    expect(differences).toEqual([]);
  });
});
