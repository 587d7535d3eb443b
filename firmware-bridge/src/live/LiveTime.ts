/**
 * Ties the kernel's time to the clock on the wall while a real board is at work, and lets go of it in between. All times in µs.
 * Several boards of one run share it.
 */
export class LiveTime {
  readonly #wall: () => number;
  /** The kernel's time minus the wall's; `null`: they are not tied. */
  #ahead_us: number | null = null;

  /** @param wall a clock that never falls, in whole µs */
  constructor(wall: () => number) {
    this.#wall = wall;
  }

  get isTied(): boolean {
    return this.#ahead_us !== null;
  }

  /** From now on the kernel's `kernel_us` is now, unless they are tied already. */
  tie(kernel_us: number): void {
    this.#ahead_us ??= kernel_us - this.#wall();
  }

  letGo(): void {
    this.#ahead_us = null;
  }

  /** When it is this instant of the kernel on the wall; while nothing is tied, now. */
  wallOf(kernel_us: number): number {
    return this.#ahead_us === null ? this.#wall() : kernel_us - this.#ahead_us;
  }

  /** Where the kernel should stand now; while nothing is tied, `kernel_us`. */
  due_us(kernel_us: number): number {
    return this.#ahead_us === null ? kernel_us : this.#wall() + this.#ahead_us;
  }
}
