import { describe, expect, it } from 'vitest';
import { differenceOnBoard, recordOn } from '../../test/equalOnBoard.js';
import { libraryScenario } from '../../test/libraryScenario.js';
import { listLibrary } from '../node/library.js';

const DAY_us = 86_400_000_000;
const { entries, broken } = listLibrary();
/** Every scenario of the library of up to a day; `npm run campaign` takes their variants and more seeds. */
const NAMES = entries.map(({ name }) => name).filter((name) => libraryScenario(name).spec.length_us <= DAY_us);

describe('the firmware on the emulated board, where the model stood', () => {
  it('is tried on all of the library', () => {
    expect(broken).toEqual([]);
    expect(NAMES).toContain('routine-day');
    expect(NAMES).toContain('stuck-dose-no-key');
  });

  it.each(NAMES.flatMap((name) => [1, 2].map((seed) => [name, seed] as const)))(
    '[H4] tells the same at level 2 in %s with seed %d',
    (name, seed) => {
      expect(differenceOnBoard(name, seed)).toBeNull();
    },
  );

  it('gives the same digests when it is run twice', () => {
    const [first, second] = [1, 2].map(() => recordOn('stuck-dose-no-key', 41, 'emulated').end);
    expect(first?.digest).toBe(second?.digest);
    expect(first?.controllerDigest).toBe(second?.controllerDigest);
  });
});
