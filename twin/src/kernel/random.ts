import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { betaQuantile, exp, gammaQuantile, ln, normalQuantile, poissonQuantile } from './arithmetic.js';

/** Rotation distances of Threefry2x32 (Salmon, Moraes, Dror, Shaw, SC'11: "Parallel random numbers: as easy as 1, 2, 3"). */
const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24] as const;
const PARITY = 0x1bd11bda;

/** Threefry2x32 with 20 rounds: two words of counter under two words of key, as two unsigned words. */
export function threefry2x32(key0: number, key1: number, counter0: number, counter1: number): readonly [number, number] {
  let [a, b, c] = [key0, key1, (PARITY ^ key0 ^ key1) | 0];
  let x0 = (counter0 + a) | 0;
  let x1 = (counter1 + b) | 0;
  for (let round = 0; round < 20; round++) {
    const turn = ROTATIONS[round & 7] as number;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << turn) | (x1 >>> (32 - turn))) ^ x0;
    if ((round & 3) === 3) {
      // The three words of the key take turns.
      const first = a;
      a = b;
      b = c;
      c = first;
      x0 = (x0 + a) | 0;
      x1 = (x1 + b + ((round + 1) >> 2)) | 0;
    }
  }
  return [x0 >>> 0, x1 >>> 0];
}

/** The key of one stream: the first 64 bits of SHA-256 over seed, component and purpose, each on its own line (SPEC R1). */
function streamKey(seed: number, component: string, purpose: string): readonly [number, number] {
  const hash = sha256(utf8ToBytes(`${seed}\n${component}\n${purpose}`));
  const word = (at: number) =>
    ((hash[at] as number) << 24) | ((hash[at + 1] as number) << 16) | ((hash[at + 2] as number) << 8) | (hash[at + 3] as number);
  return [word(0), word(4)];
}

/** The largest double below 1. */
const BELOW_ONE = 9007199254740991 / 9007199254740992;

/** Uniform on the open interval (0, 1) from two words of 32 bits; the one draw whose 53 bits are all set would round to 1. */
export function openUniform(a: number, b: number): number {
  return Math.min(((a >>> 5) * 67108864 + (b >>> 6) + 0.5) / 9007199254740992, BELOW_ONE);
}

/**
 * One stream of draws, keyed by (seed, component, purpose) and counted by an index: adding a machine or a person changes
 * nobody else's luck. `index` is all of its state.
 */
export class RandomStream {
  readonly #key: readonly [number, number];
  index: number;

  constructor(seed: number, component: string, purpose: string, index = 0) {
    this.#key = streamKey(seed, component, purpose);
    this.index = index;
  }

  /** Uniform on the open interval (0, 1), 53 bits; the draw that belongs to `index`, whatever was drawn before. */
  uniformAt(index: number): number {
    const [a, b] = threefry2x32(this.#key[0], this.#key[1], index | 0, Math.floor(index / 4294967296));
    return openUniform(a, b);
  }

  uniform(): number {
    return this.uniformAt(this.index++);
  }

  /** True with probability `share`, 0..1. One draw. */
  chance(share: number): boolean {
    return this.uniform() < share;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  /** An integer from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1));
  }

  triangular(low: number, mode: number, high: number): number {
    if (high <= low) return low;
    const u = this.uniform();
    const cut = (mode - low) / (high - low);
    return u < cut ? low + Math.sqrt(u * (high - low) * (mode - low)) : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
  }

  exponential(mean: number): number {
    return -mean * ln(this.uniform());
  }

  normal(mean: number, deviation: number): number {
    return normalQuantile(this.uniform(), mean, deviation);
  }

  /** Lognormal by its median and the standard deviation of its logarithm. */
  lognormal(median: number, sigma: number): number {
    return median * exp(normalQuantile(this.uniform(), 0, sigma));
  }

  beta(alpha: number, beta: number): number {
    return betaQuantile(this.uniform(), alpha, beta);
  }

  /** The beta draw that belongs to `index`, whatever was drawn before: for what is fixed in a person or a place. */
  betaAt(index: number, alpha: number, beta: number): number {
    return betaQuantile(this.uniformAt(index), alpha, beta);
  }

  gamma(shape: number, rate: number): number {
    return gammaQuantile(this.uniform(), shape, rate);
  }

  poisson(mean: number): number {
    return mean <= 0 ? 0 : poissonQuantile(this.uniform(), mean);
  }

  /** An index into `weights`, with probability in proportion to them; they need not sum to 1. */
  weighted(weights: readonly number[]): number {
    let left = this.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
    for (let i = 0; i < weights.length; i++) {
      left -= weights[i] as number;
      if (left < 0) return i;
    }
    return weights.length - 1;
  }
}
