import { exp, normalCdf } from '@dosetwin/twin';

const BITS = 12;
/** 1 / sqrt(2 pi). */
const DENSITY_AT_0 = 0.3989422804014327;
/** The standard normal at the middles of 4,096 equal slices, made once. */
const NORMAL = normalTable(1 << BITS);
/** Below this mean a count is drawn exactly as Poisson, above it from a normal of the same mean and variance. */
const FEW = 12;
/** A rare count goes no further: beyond it a Poisson of so small a mean never comes. */
const MOST = 100;
/** exp(-i / 32), and 1 / i: what a Poisson's sum needs. */
const STEPS = 32;
const FALLING = Float64Array.from({ length: FEW * STEPS + 1 }, (_, i) => exp(-i / STEPS));
const ONE_BY = Float64Array.from({ length: MOST + 1 }, (_, i) => 1 / i);

/** How often something rare happens, `mean` times on average, by one word of 32 bits: Poisson. */
export function rareCount(mean: number, word: number): number {
  if (mean > FEW) return manyCount(mean, mean, word);
  const u = (word + 0.5) / 4294967296;
  let chance = falling(mean);
  let below = chance;
  let count = 0;
  while (u > below && count < MOST) {
    count += 1;
    chance *= mean * (ONE_BY[count] as number);
    below += chance;
  }
  return count;
}

/** exp(-x) for 0 to 12, off by less than 1e-9 of itself: a look at a table and a few terms of its series. */
function falling(x: number): number {
  const step = Math.floor(x * STEPS);
  const rest = x - step / STEPS;
  return (FALLING[step] as number) * (1 - rest * (1 - rest * (1 / 2 - rest * (1 / 6 - rest / 24))));
}

/** How many of many independent chances come true: a whole number of this mean and variance, 0 and more. */
export function manyCount(mean: number, variance: number, word: number): number {
  if (mean <= FEW) return rareCount(mean, word);
  // The low bits are spread over the rounding, so that it takes nothing from the mean.
  const spread = (word & ((1 << (32 - BITS)) - 1)) / (1 << (32 - BITS));
  const count = Math.floor(mean + Math.sqrt(variance) * (NORMAL[word >>> (32 - BITS)] as number) + spread);
  return count > 0 ? count : 0;
}

/** Each quantile by Newton's steps from the one before, outwards from the middle; the lower half mirrors the upper one. */
function normalTable(slices: number): Float64Array {
  const table = new Float64Array(slices);
  let x = 0;
  for (let i = slices / 2; i < slices; i++) {
    const p = (i + 0.5) / slices;
    for (let step = 0; step < 8; step++) x += (p - normalCdf(x, 0, 1)) / (exp((-x * x) / 2) * DENSITY_AT_0);
    table[i] = x;
    table[slices - 1 - i] = -x;
  }
  return table;
}
