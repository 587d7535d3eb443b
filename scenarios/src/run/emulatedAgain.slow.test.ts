import { describe, expect, it } from 'vitest';
import { differenceOnBoard, upToADay } from '../../test/equalOnBoard.js';
import { listLibrary } from '../node/library.js';

describe('the firmware on the emulated board, where the model stood, on another day', () => {
  it.each(upToADay(listLibrary().entries.map(({ name }) => name)))('[H4] tells the same at level 2 in %s with seed 2', (name) => {
    expect(differenceOnBoard(name, 2)).toBeNull();
  });
});
