import { type ParameterOverrides, type ParameterValues, parameterValues } from '../../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../../kernel/Kernel.js';
import { US_PER_DAY } from '../../kernel/timeUnits.js';
import type { Startable } from '../Startable.js';
import { othersParameters } from './others.parameters.js';

interface OthersState {
  /** How often they were ready so far. */
  round: number;
  waiting: boolean;
}

/**
 * Other prescriptions of one person, ready at a pharmacy every so many days: taken along on a visit for a dose where the
 * machine stands at a pharmacy, and otherwise fetched on a way of its own, or not.
 */
export class OtherPrescriptions implements Component, Startable {
  readonly #kernel: Kernel;
  readonly #person: string;
  readonly #everyD: number;
  readonly #address: string;
  readonly #values: ParameterValues<typeof othersParameters>;
  #state: OthersState = { round: 0, waiting: false };

  constructor(kernel: Kernel, person: string, everyD: number, layers: readonly ParameterOverrides[]) {
    this.#kernel = kernel;
    this.#person = person;
    this.#everyD = everyD;
    this.#address = `${person}/others`;
    this.#values = parameterValues('others', othersParameters, ...layers);
    kernel.register(this.#address, 3, this);
  }

  start(): void {
    const first_us = Math.floor(this.#kernel.stream(this.#address, 'first').uniform() * this.#everyD * US_PER_DAY);
    this.#kernel.setTimer(this.#address, 'ready', first_us, { type: 'READY' });
  }

  handle(event: KernelEvent): void {
    const now_us = this.#kernel.now_us;
    switch (event.type) {
      case 'READY':
        this.#late();
        this.#state = { round: this.#state.round + 1, waiting: true };
        this.#kernel.setTimer(this.#address, 'ready', now_us + Math.round(this.#everyD * US_PER_DAY), { type: 'READY' });
        this.#kernel.setTimer(this.#address, 'late', now_us + Math.round(this.#values.graceD * US_PER_DAY), { type: 'LATE' });
        return;
      case 'AT_PHARMACY':
        if (this.#state.waiting && this.#chance('with a dose', this.#values.withDoseShare)) this.#ends(true, 'with-dose');
        return;
      case 'LATE':
        return this.#late();
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return { ...this.#state };
  }

  restore(saved: Saved): void {
    this.#state = { ...(saved as unknown as OthersState) };
  }

  #late(): void {
    if (this.#state.waiting) this.#ends(this.#chance('apart', this.#values.apartShare), 'apart');
  }

  #ends(collected: boolean, how: string): void {
    this.#state.waiting = false;
    this.#kernel.cancelTimer(this.#address, 'late');
    this.#kernel.record(this.#person, collected ? 'others-collected' : 'others-left', { how });
  }

  #chance(purpose: string, share: number): boolean {
    return this.#kernel.stream(this.#address, purpose).uniformAt(this.#state.round) < share;
  }
}
