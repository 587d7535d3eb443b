import { intervalOf, Moments } from '../../compare/PairedDifference.js';

/** A mean over futures, and the interval that holds the true one in 95 of 100 studies. */
export interface MeanInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/**
 * The interval of a mean of independent values, 2 and more, by Student's t. It rests on their mean being about normal, which it is over
 * tens of futures; `npm run coverage` counts how often it holds the truth.
 */
export function meanInterval(values: readonly number[]): MeanInterval {
  const moments = new Moments();
  for (const value of values) moments.add(value);
  const interval = intervalOf(moments);
  if (interval === null) throw new RangeError(`an interval needs two values and more, not ${values.length}`);
  return { mean: moments.mean, low: interval[0], high: interval[1], count: values.length };
}
