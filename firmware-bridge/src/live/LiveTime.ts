/** A time that the run went through quicker than the wall. All times in µs. */
export interface Leap {
  /** Of the kernel, as it began. */
  readonly from_us: number;
  /** By how much the run is now further ahead of the wall. */
  readonly by_us: number;
}

/**
 * Ties the kernel's time to the clock on the wall while a real board is at work, and lets go of it in between. All times in µs.
 * Several boards of one run share it.
 */
export class LiveTime {
  readonly #wall: () => number;
  /** The kernel's time minus the wall's; `null`: they are not tied. */
  #ahead_us: number | null = null;
  /** Where the kernel stood when it was let go of, and by how much it was then ahead of the wall. */
  #free: { readonly from_us: number; readonly ahead_us: number } | null = null;
  readonly #onLeap: ((leap: Leap) => void)[] = [];

  /** @param wall a clock that never falls, in whole µs */
  constructor(wall: () => number) {
    this.#wall = wall;
  }

  get isTied(): boolean {
    return this.#ahead_us !== null;
  }

  /** Calls `onLeap` as a time ends in which the kernel went further than the wall, at its end. */
  listen(onLeap: (leap: Leap) => void): void {
    this.#onLeap.push(onLeap);
  }

  /** From now on the kernel's `kernel_us` is now, unless they are tied already. */
  tie(kernel_us: number): void {
    if (this.#ahead_us !== null) return;
    this.#ahead_us = kernel_us - this.#wall();
    const free = this.#free;
    this.#free = null;
    const by_us = free === null ? 0 : this.#ahead_us - free.ahead_us;
    if (free !== null && by_us > 0) for (const onLeap of this.#onLeap) onLeap({ from_us: free.from_us, by_us });
  }

  /** The kernel stands at `kernel_us`, and may now go as it likes. */
  letGo(kernel_us: number): void {
    this.#free ??= { from_us: kernel_us, ahead_us: kernel_us - this.#wall() };
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
