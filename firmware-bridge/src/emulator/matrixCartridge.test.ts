import { describe, expect, it } from 'vitest';
import { matrixCartridge } from './matrixCartridge.js';

describe('rows and columns', () => {
  it('[B1] each of the 48 pairs has its own cartridge, counted along the rows', () => {
    const found: (number | string)[] = [];
    for (let row = 0; row < 8; row++)
      for (let column = 0; column < 6; column++) found.push(matrixCartridge(1 << row, 1 << column));
    expect(found).toEqual(Array.from({ length: 48 }, (_, i) => i + 1));
  });

  it('a row or a column alone turns nothing; two of either are several', () => {
    expect(matrixCartridge(0, 3)).toBe(0);
    expect(matrixCartridge(0x81, 0)).toBe(0);
    expect(matrixCartridge(0x81, 1)).toBe('several');
    expect(matrixCartridge(4, 3)).toBe('several');
  });
});
