import { RandomStream } from '../src/index.js';

/** Three servers, load 0.8: mean service 1 s, so 2.4 customers a second; times in microseconds. */
export const SERVERS = 3;
export const SERVICE_MEAN_US = 1_000_000;
export const GAP_MEAN_US = SERVICE_MEAN_US / (0.8 * SERVERS);
export const CUSTOMERS = 1_000_000;
/** Mean wait in mean services, by Erlang's C formula: C(3, 2.4) / (3 - 2.4). */
export const EXPECTED_WAIT = 1.078652;

/** Waits longer than a batch are one observation of their mean: neighbours in a queue are not independent. */
const BATCH = 10_000;

/** Gaps and services, each from its own stream of the seed, as whole microseconds. */
export class Draws {
  readonly #gaps: RandomStream;
  readonly #services: RandomStream;

  constructor(seed: number) {
    this.#gaps = new RandomStream(seed, 'desk', 'gap');
    this.#services = new RandomStream(seed, 'desk', 'service');
  }

  gap_us(): number {
    return Math.round(this.#gaps.exponential(GAP_MEAN_US));
  }

  service_us(): number {
    return Math.round(this.#services.exponential(SERVICE_MEAN_US));
  }
}

/** Waiting customers, first come first served, and what they waited. */
export class WaitingLine {
  #arrived_us = new Float64Array(1 << 16);
  #head = 0;
  #tail = 0;
  readonly #batches = new Float64Array(CUSTOMERS / BATCH);
  served = 0;
  /** Events that came to the desk, where it counts them. */
  events = 0;

  get isEmpty(): boolean {
    return this.#head === this.#tail;
  }

  join(now_us: number): void {
    this.#arrived_us[this.#tail++ & 0xffff] = now_us;
  }

  next(): number {
    return this.#arrived_us[this.#head++ & 0xffff] as number;
  }

  waited(us: number): void {
    const batch = (this.served / BATCH) | 0;
    if (this.served < CUSTOMERS) this.#batches[batch] = (this.#batches[batch] as number) + us;
    this.served += 1;
  }

  /** Mean wait in mean services, and the standard error of the mean of the batches. */
  result(): { readonly mean: number; readonly standardError: number } {
    const means = this.#batches.map((sum) => sum / BATCH / SERVICE_MEAN_US);
    const mean = means.reduce((a, b) => a + b, 0) / means.length;
    const spread = means.reduce((sum, one) => sum + (one - mean) * (one - mean), 0) / (means.length - 1);
    return { mean, standardError: Math.sqrt(spread / means.length) };
  }
}
