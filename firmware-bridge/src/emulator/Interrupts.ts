import type { ClockEvents } from './ClockEvents.js';

const BITS = 32;

/**
 * Lines from the peripherals, by the number of their vector; the lowest number goes first (data sheet, 14). A line is up
 * while its flag and its enable bit are both set.
 */
export class Interrupts {
  readonly #clock: ClockEvents;
  readonly #words: [number, number] = [0, 0];
  readonly #acknowledgements = new Map<number, () => void>();

  constructor(clock: ClockEvents) {
    this.#clock = clock;
  }

  get any(): boolean {
    return this.#words[0] !== 0 || this.#words[1] !== 0;
  }

  /** What a vector does to its flag as it is taken; lines without one stay up until the program sees to their cause. */
  onTaken(vector: number, acknowledge: () => void): void {
    this.#acknowledgements.set(vector, acknowledge);
  }

  set(vector: number, up: boolean): void {
    const word = vector < BITS ? 0 : 1;
    const bit = 1 << (vector % BITS);
    if (up) {
      this.#words[word] |= bit;
      this.#clock.attention = 0;
    } else {
      this.#words[word] &= ~bit;
    }
  }

  /** The vector to go to; its flag is cleared. To be asked only while a line is up. */
  take(): number {
    const word = this.#words[0] === 0 ? 1 : 0;
    const lines = this.#words[word];
    const vector = BITS * word + (BITS - 1 - Math.clz32(lines & -lines));
    this.#acknowledgements.get(vector)?.();
    return vector;
  }

  save(): number[] {
    return [...this.#words];
  }

  restore(saved: readonly number[]): void {
    this.#words[0] = saved[0] as number;
    this.#words[1] = saved[1] as number;
    this.#clock.attention = 0;
  }
}
