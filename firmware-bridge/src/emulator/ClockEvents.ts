/** What a peripheral does when its cycle has come; `cycle` is the one that it asked for. */
export type ClockAction = (cycle: number) => void;

/**
 * Things that will happen at a cycle: one slot for each, so that what is pending is a few numbers, and can be saved. Equal
 * cycles come in the order of the slots.
 *
 * avr8js has a queue of its own, which a reset forgets and which holds functions: neither could be kept in a checkpoint.
 */
export class ClockEvents {
  /** The earliest cycle asked for; infinite when nothing is pending. */
  next = Number.POSITIVE_INFINITY;
  /** The loop of instructions runs freely up to here; whatever needs a look sets it to 0. */
  attention = 0;
  readonly #due: number[] = [];
  readonly #actions: ClockAction[] = [];

  add(action: ClockAction): number {
    this.#actions.push(action);
    return this.#due.push(Number.POSITIVE_INFINITY) - 1;
  }

  /** Asks for a cycle, instead of the one before; one that has passed comes at once. */
  set(slot: number, cycle: number): void {
    if (this.#due[slot] === cycle) return;
    this.#due[slot] = cycle;
    this.#settle();
  }

  cancel(slot: number): void {
    if (this.#due[slot] !== Number.POSITIVE_INFINITY) this.set(slot, Number.POSITIVE_INFINITY);
  }

  /** Runs the earliest action. */
  fire(): void {
    const cycle = this.next;
    const slot = this.#due.indexOf(cycle);
    this.set(slot, Number.POSITIVE_INFINITY);
    (this.#actions[slot] as ClockAction)(cycle);
  }

  /** Cycles by slot; -1 stands for none. */
  save(): number[] {
    return this.#due.map((cycle) => (cycle === Number.POSITIVE_INFINITY ? -1 : cycle));
  }

  restore(saved: readonly number[]): void {
    for (const [slot, cycle] of saved.entries()) this.#due[slot] = cycle === -1 ? Number.POSITIVE_INFINITY : cycle;
    this.#settle();
  }

  #settle(): void {
    let next = Number.POSITIVE_INFINITY;
    for (const cycle of this.#due) if (cycle < next) next = cycle;
    this.next = next;
    this.attention = 0;
  }
}
