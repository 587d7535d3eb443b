import { describe, expect, it } from 'vitest';
import { differenceOnBoard, upToADay } from '../../test/equalOnBoard.js';
import { listLibrary } from '../node/library.js';

const SEEDS = Array.from({ length: 20 }, (_, i) => 101 + i);
const NAMES = upToADay(
  listLibrary().entries.flatMap(({ name, variants }) => [name, ...variants.map((variant) => `${name}:${variant.name}`)]),
);

describe('the campaign of scenarios on the emulated board', () => {
  it.each(NAMES)('[H4] %s is equal on the model and the firmware with 20 more seeds', (name) => {
    const differences = SEEDS.flatMap((seed) => {
      const difference = differenceOnBoard(name, seed);
      return difference === null ? [] : [`seed ${seed}: ${difference}`];
    });
    expect(differences).toEqual([]);
  });
});
