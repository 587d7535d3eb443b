import { exp, normalQuantile } from '@dosetwin/twin';

const BITS = 12;
/** The standard normal at the middles of 4,096 equal slices, made once. */
const NORMAL = Float64Array.from({ length: 1 << BITS }, (_, i) => normalQuantile((i + 0.5) / (1 << BITS), 0, 1));
/** Below this mean a count is drawn exactly as Poisson, above it from a normal of the same mean and variance. */
const FEW = 12;

/** How often something rare happens, `mean` times on average, by one word of 32 bits: Poisson. */
export function rareCount(mean: number, word: number): number {
  if (mean > FEW) return manyCount(mean, mean, word);
  const u = (word + 0.5) / 4294967296;
  let chance = exp(-mean);
  let below = chance;
  let count = 0;
  while (u > below && count < 100) {
    count += 1;
    chance *= mean / count;
    below += chance;
  }
  return count;
}

/** How many of many independent chances come true: a whole number of this mean and variance, 0 and more. */
export function manyCount(mean: number, variance: number, word: number): number {
  if (mean <= FEW) return rareCount(mean, word);
  // The low bits are spread over the rounding, so that it takes nothing from the mean.
  const spread = (word & ((1 << (32 - BITS)) - 1)) / (1 << (32 - BITS));
  const count = Math.floor(mean + Math.sqrt(variance) * (NORMAL[word >>> (32 - BITS)] as number) + spread);
  return count > 0 ? count : 0;
}
