import { RandomStream } from '@dosetwin/twin';

/**
 * One word of 32 bits for (key, index): a counter, two rounds of the mixer `lowbias32` (Christopher Wellons, hash-prospector, public
 * domain, its constants of the least bias), the second half of the key between them, so that two keys never walk along the same
 * sequence. Far cheaper than Threefry, which makes the keys; held against uniformity, pairs, neighbours and avalanche in its test.
 */
export function keyedDraw(key0: number, key1: number, index: number): number {
  let x = (key0 + Math.imul(index, 0x9e3779b9)) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0xd35a2d97);
  x = (x ^ (x >>> 15)) + key1;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0xd35a2d97);
  return (x ^ (x >>> 15)) >>> 0;
}

/** 2 to the power of 32: a chance times this is what a word is compared with. */
export const WORDS = 4294967296;

/** Uniform on the open interval (0, 1), 32 bits. */
export function keyedUniform(key0: number, key1: number, index: number): number {
  return (keyedDraw(key0, key1, index) + 0.5) / WORDS;
}

/** Keys of what belongs to one owner (a person, a machine) in a future: two words, the same whatever else there is (Z4). */
export class Keys {
  readonly #stream: RandomStream;

  constructor(seed: number, owner: string, purpose: string) {
    this.#stream = new RandomStream(seed, owner, purpose);
  }

  /** The two words for a future and the owner's `number`-th, 0 to 65,535, written to `to` at `at`. */
  write(future: number, number: number, to0: Int32Array, to1: Int32Array, at: number): void {
    const index = (future * 65_536 + number) * 2;
    to0[at] = (this.#stream.uniformAt(index) * WORDS) | 0;
    to1[at] = (this.#stream.uniformAt(index + 1) * WORDS) | 0;
  }
}
