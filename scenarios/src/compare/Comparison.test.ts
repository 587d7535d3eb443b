import { describe, expect, it } from 'vitest';
import { compareOutcomes, leadingMeasure, outcomesDigest } from './Comparison.js';

const a = [
  { due: 10, 'left-without': 3, 'left-without:jammed': 3, 'to-clear': 9000 },
  { due: 12, 'left-without': 5, 'left-without:jammed': 5, 'to-clear': null },
  { due: 11, 'left-without': 4, 'left-without:jammed': 4, 'to-clear': 8000 },
];
const b = [
  { due: 10, 'left-without': 1, 'to-clear': 1000 },
  { due: 12, 'left-without': 2, 'to-clear': 1000 },
  { due: 11, 'left-without': 2, 'to-clear': null },
];

describe('comparing outcomes', () => {
  const measures = compareOutcomes(a, b);
  const of = (name: string) => measures.find((measure) => measure.name === name);

  it('pairs them by seed; a part that a run does not name did not happen, and what it could not measure leaves its pair out', () => {
    expect(of('left-without')).toMatchObject({ meanA: 4, pairs: 3, differs: true });
    expect(of('left-without:jammed')).toMatchObject({ meanB: 0, pairs: 3 });
    expect(of('to-clear')).toMatchObject({ pairs: 1, difference: -8000, differs: false });
  });

  it('tells first of those who left without, if they differ, else of what does', () => {
    expect(leadingMeasure(measures)?.name).toBe('left-without');
    const same = a.map((one, place) => ({ ...one, asked: place }));
    const more = a.map((one, place) => ({ ...one, asked: place + 2 }));
    expect(leadingMeasure(compareOutcomes(same, more))?.name).toBe('asked');
  });

  it('has a digest that every digit, seed and side counts in, and the order of names does not', () => {
    const digest = outcomesDigest([a, b], [1, 2, 3]);
    expect(outcomesDigest([a.map((one) => Object.fromEntries(Object.entries(one).reverse())), b], [1, 2, 3])).toBe(digest);
    expect(outcomesDigest([b, a], [1, 2, 3])).not.toBe(digest);
    expect(outcomesDigest([a, b], [1, 2, 4])).not.toBe(digest);
    expect(outcomesDigest([[...a.slice(0, 2), { ...a[2], due: 12 }], b], [1, 2, 3])).not.toBe(digest);
  });
});
