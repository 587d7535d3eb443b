import type { KernelEvent, Saved } from '../kernel/Kernel.js';

interface TickTimer {
  readonly owner: number;
  readonly id: string;
  readonly dueTick: number;
  readonly event: KernelEvent;
}

/** The timers of a controller: few, due at whole ticks, expiring in the order in which they were set (SPEC H1). */
export class TickTimers {
  #timers: TickTimer[] = [];

  /** One timer per (owner, id); setting it again puts it last. */
  set(timer: TickTimer): void {
    this.cancel(timer.owner, timer.id);
    this.#timers.push(timer);
  }

  /** Nothing outlives a loss of power. */
  clear(): void {
    this.#timers = [];
  }

  cancel(owner: number, id: string): void {
    const at = this.#timers.findIndex((timer) => timer.owner === owner && timer.id === id);
    if (at >= 0) this.#timers.splice(at, 1);
  }

  /** Takes the first that is due at `tick`, if one is. */
  takeDue(tick: number): TickTimer | undefined {
    const at = this.#timers.findIndex((timer) => timer.dueTick <= tick);
    return at < 0 ? undefined : this.#timers.splice(at, 1)[0];
  }

  /** When the earliest is due, or `null`. */
  get nextTick(): number | null {
    return this.#timers.reduce<number | null>((next, { dueTick }) => (next === null || dueTick < next ? dueTick : next), null);
  }

  save(): Saved {
    return this.#timers.map((timer) => ({ ...timer }));
  }

  restore(saved: Saved): void {
    this.#timers = (saved as unknown as TickTimer[]).map((timer) => ({ ...timer }));
  }
}
