import type { Measurement } from './Benchmark.js';

export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly reference?: { readonly name: string; readonly median: number; readonly ratio: number };
}

/** Median and range over the rounds; the ratio is the median of each round's own, so that a slow moment hits both sides. */
export function summarise(measurements: readonly Measurement[]): Summary {
  const values = measurements.map(({ value }) => value);
  const pairs = measurements.flatMap(({ value, reference }) => (reference === undefined ? [] : [{ value, reference }]));
  return {
    median: median(values),
    min: Math.min(...values),
    max: Math.max(...values),
    ...(pairs.length > 0 && {
      reference: {
        name: measurements[0]?.referenceName ?? 'the reference',
        median: median(pairs.map(({ reference }) => reference)),
        ratio: median(pairs.map(({ value, reference }) => value / reference)),
      },
    }),
  };
}

/** The middle value, or the mean of the two in the middle; NaN of nothing. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
