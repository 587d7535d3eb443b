/** Ctrl-C, or being asked to end: noted, so that what is under way ends in good order. A second one ends at once. */
export class StopSignal {
  #isGiven = false;
  #wake: () => void = () => {};
  /** Fulfilled when the signal comes. */
  readonly given: Promise<void>;
  readonly #note = () => {
    this.release();
    this.#isGiven = true;
    this.#wake();
  };

  constructor() {
    this.given = new Promise((resolve) => {
      this.#wake = resolve;
    });
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, this.#note);
  }

  get isGiven(): boolean {
    return this.#isGiven;
  }

  /** Listens no longer. */
  release(): void {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, this.#note);
  }
}
