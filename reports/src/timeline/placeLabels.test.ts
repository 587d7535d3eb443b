import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, textWidth } from './placeLabels.js';

const plot = { from: 0, to: 900, size_px: 12 };
const at = (x: number, text: string) => ({ text, rightOf: x + 8, leftOf: x - 8 });

describe('placeLabels', () => {
  it('stands to the right of its anchor while there is room', () => {
    expect(placeLabels([at(100, 'asked 14:09')], [], plot)).toEqual([{ x: 108, width: textWidth('asked 14:09', 12), row: 0 }]);
  });

  it('stands to the left where the picture ends', () => {
    const [label] = placeLabels([at(880, 'asked 14:09')], [], plot);
    expect(label?.x).toBeCloseTo(872 - textWidth('asked 14:09', 12));
  });

  it('takes a second row when neither side is free', () => {
    const labels = placeLabels([at(10, 'asked 14:09: busy'), at(30, 'asked 14:12: busy')], [], plot);
    expect(labels.map(({ row }) => row)).toEqual([0, 1]);
  });

  it('never lets two labels of one row touch, whatever is asked', () => {
    const wishes = fc.array(fc.record({ x: fc.integer({ min: 0, max: 900 }), letters: fc.integer({ min: 1, max: 200 }) }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(wishes, (list) => {
        const labels = placeLabels(
          list.map(({ x, letters }) => at(x, 'm'.repeat(letters))),
          [],
          plot,
        );
        for (const [i, a] of labels.entries())
          for (const b of labels.slice(i + 1))
            if (a.row === b.row) expect(a.x + a.width <= b.x || b.x + b.width <= a.x).toBe(true);
      }),
    );
  });
});
