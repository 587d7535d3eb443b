import { describe, expect, it } from 'vitest';
import { differenceOnBoard, recordOn, upToADay } from '../../test/equalOnBoard.js';
import { listLibrary } from '../node/library.js';

const NAMES = upToADay(listLibrary().entries.map(({ name }) => name));
const HOUR_us = 3_600_000_000;

// `emulatedAgain` has the other seed: two files, so that two cores share them. `npm run campaign` takes variants and more seeds.
describe('the firmware on the emulated board, where the model stood', () => {
  it('is tried on all of the library', () => {
    expect(listLibrary().broken).toEqual([]);
    expect(NAMES).toContain('routine-day');
    expect(NAMES).toContain('stuck-dose-no-key');
  });

  it.each(NAMES)('[H4] tells the same at level 2 in %s with seed 1', (name) => {
    expect(differenceOnBoard(name, 1)).toBeNull();
  });

  it('gives the same entries at all levels when it is run twice', () => {
    const [first, second] = [1, 2].map(() => recordOn('stuck-dose-no-key', 41, 'emulated', HOUR_us).entries);
    expect(first).toEqual(second);
    expect(first?.some(({ source }) => source.endsWith('/mechanism'))).toBe(true);
  });
});
