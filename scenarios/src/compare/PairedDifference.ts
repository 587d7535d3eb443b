import { tQuantile } from '@dosetwin/twin';

/** How one measure differs between two designs that were run on the same seeds: B less A. */
export interface PairedDifference {
  /** Seeds on which both had something to measure. */
  readonly pairs: number;
  readonly meanA: number;
  readonly meanB: number;
  readonly difference: number;
  /** The 95 % interval of the difference, by the paired t; `null` with fewer than two pairs. */
  readonly interval: readonly [low: number, high: number] | null;
  /**
   * What the common random numbers saved: 1 less the variance of the difference over the sum of the two variances. 0 saves
   * nothing, 1 leaves none, below 0 they cost; `null` where neither varies.
   */
  readonly saved: number | null;
}

const CONFIDENCE = 0.95;

/** Pairs by place; a pair of which one has nothing to measure (`null`) is left out. `null` when no pair is left. */
export function pairedDifference(a: readonly (number | null)[], b: readonly (number | null)[]): PairedDifference | null {
  const [ofA, ofB, ofDifference] = [new Moments(), new Moments(), new Moments()];
  for (const [place, x] of a.entries()) {
    const y = b[place] ?? null;
    if (x === null || y === null) continue;
    ofA.add(x);
    ofB.add(y);
    ofDifference.add(y - x);
  }
  const { count, mean } = ofDifference;
  if (count === 0) return null;
  const sum = ofA.variance + ofB.variance;
  return {
    pairs: count,
    meanA: ofA.mean,
    meanB: ofB.mean,
    difference: mean,
    interval: intervalOf(ofDifference),
    saved: count < 2 || sum === 0 ? null : 1 - ofDifference.variance / sum,
  };
}

/** The 95 % interval of a mean by Student's t; `null` with fewer than two values. */
export function intervalOf({ count, mean, variance }: Moments): readonly [number, number] | null {
  if (count < 2) return null;
  const half = tQuantile(1 - (1 - CONFIDENCE) / 2, count - 1) * Math.sqrt(variance / count);
  return [mean - half, mean + half];
}

/** Mean and variance, taken up one value at a time (Welford). */
export class Moments {
  count = 0;
  mean = 0;
  #squares = 0;

  add(value: number): void {
    this.count += 1;
    const before = value - this.mean;
    this.mean += before / this.count;
    this.#squares += before * (value - this.mean);
  }

  /** Of the sample, with count less 1 below; 0 with fewer than two values. */
  get variance(): number {
    return this.count < 2 ? 0 : this.#squares / (this.count - 1);
  }
}
