import { intervalOf, Moments } from '../../compare/PairedDifference.js';

/** A measure over futures: its mean with the 95 % interval of the mean, and the ranges that hold 95 and 70 of 100 futures. */
export interface Band {
  readonly mean: number;
  readonly interval: readonly [number, number];
  readonly low95: number;
  readonly low70: number;
  readonly high70: number;
  readonly high95: number;
}

/** The band of at least one value. */
export function bandOf(values: readonly number[]): Band {
  const moments = new Moments();
  for (const value of values) moments.add(value);
  const sorted = [...values].sort((a, b) => a - b);
  return {
    mean: moments.mean,
    interval: intervalOf(moments) ?? [moments.mean, moments.mean],
    low95: quantileOf(sorted, 0.025),
    low70: quantileOf(sorted, 0.15),
    high70: quantileOf(sorted, 0.85),
    high95: quantileOf(sorted, 0.975),
  };
}

/** Of sorted values, between the two nearest in proportion (type 7 of Hyndman and Fan 1996). */
export function quantileOf(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] as number;
  return low + (at - below) * ((sorted[Math.min(below + 1, sorted.length - 1)] as number) - low);
}
