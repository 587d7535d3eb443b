import type { Body } from '../body/hinge.js';
import type { ParameterValues } from '../charts/parameters.js';
import type { Kernel, KernelEvent, Place } from '../kernel/Kernel.js';
import { US_PER_MS } from '../kernel/timeUnits.js';
import type { hingeParameters } from './hinge.parameters.js';

const POLL: KernelEvent = Object.freeze({ type: 'POLL' });

/**
 * When the host asks for signals (SPEC H4): at multiples of one time while something goes on, of a longer one otherwise. A
 * poll that would find nothing is left out where the body can tell, which changes nothing that anybody hears.
 */
export class PollGrid {
  readonly #kernel: Kernel;
  readonly #place: Place;
  readonly #values: ParameterValues<typeof hingeParameters>;
  readonly #isActive: () => boolean;
  /** When the body is asked next, or `null`: it will tell when it has something to say. */
  #next_us: number | null = null;

  constructor(kernel: Kernel, address: string, values: ParameterValues<typeof hingeParameters>, isActive: () => boolean) {
    this.#kernel = kernel;
    this.#place = kernel.placeOf(address);
    this.#values = values;
    this.#isActive = isActive;
  }

  /** When the wire has carried what is given to it, or asked of it, now. */
  get carried_us(): number {
    return this.#kernel.now_us + Math.round(this.#values.wireMs * US_PER_MS);
  }

  /** For a checkpoint; the timer is the kernel's. */
  save(): number | null {
    return this.#next_us;
  }

  restore(next_us: number | null): void {
    this.#next_us = next_us;
  }

  /** The body has signals waiting, or cannot tell. */
  notice(): void {
    const { activePollMs, idlePollMs } = this.#values;
    const grid_us = Math.round((this.#isActive() ? activePollMs : idlePollMs) * US_PER_MS);
    const at_us = (Math.floor(this.#kernel.now_us / grid_us) + 1) * grid_us;
    if (at_us === this.#next_us) return;
    this.#next_us = at_us;
    this.#kernel.setTimer(this.#place, 'poll', at_us, POLL);
  }

  /** Something began or ended, so that another grid may be due. A poll of this very instant stays. */
  activityChanged(): void {
    if (this.#next_us !== null && this.#next_us > this.#kernel.now_us) this.notice();
  }

  /** Asks the body now; the address hears `ARRIVED` when the answer has had its time. */
  poll(body: Body): void {
    const again = body.sample();
    this.#next_us = null;
    this.#kernel.at(this.carried_us, this.#place, { type: 'ARRIVED', before_us: this.#kernel.now_us });
    if (again) this.notice();
  }
}
