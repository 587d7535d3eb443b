/** How often one may send: bursts up to so many, and on average so many a second. */
export class MessageRate {
  #left: number;
  #last_ms: number;

  constructor(
    readonly burst: number,
    readonly perSecond: number,
    now_ms: number,
  ) {
    this.#left = burst;
    this.#last_ms = now_ms;
  }

  /** Counts a message; whether it is within the rate. */
  take(now_ms: number): boolean {
    this.#left = Math.min(this.burst, this.#left + ((now_ms - this.#last_ms) / 1000) * this.perSecond);
    this.#last_ms = now_ms;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
