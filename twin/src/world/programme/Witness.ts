import { type ParameterOverrides, type ParameterValues, parameterValues } from '../../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../../kernel/Kernel.js';
import { US_PER_MIN } from '../../kernel/timeUnits.js';
import type { SiteSpec } from '../../spec/WorldSpec.js';
import { LocalHours } from '../LocalHours.js';
import { witnessParameters } from './witness.parameters.js';

interface WitnessState {
  /** Until when staff are with somebody who has had a dose. */
  busyUntil_us: number;
  /** Who waits for a witness, the first to come first. */
  waiting: string[];
}

/** One of a site's staff before whom doses are taken, where that is asked for: one person after the other, in staffed hours. */
export class Witness implements Component {
  readonly #kernel: Kernel;
  readonly #address: string;
  readonly #staff: LocalHours;
  readonly #values: ParameterValues<typeof witnessParameters>;
  #state: WitnessState = { busyUntil_us: 0, waiting: [] };

  constructor(kernel: Kernel, site: SiteSpec, epoch_us: number, layers: readonly ParameterOverrides[]) {
    this.#kernel = kernel;
    this.#address = `${site.id}/witness`;
    this.#staff = new LocalHours(site, site.staff, epoch_us);
    this.#values = parameterValues('witness', witnessParameters, ...layers);
    kernel.register(this.#address, 3, this);
  }

  /** Why no dose can be witnessed now, `null` if one can. */
  missing(t_us: number): string | null {
    if (!this.#staff.isOpen(t_us)) return 'no-witness';
    return t_us < this.#state.busyUntil_us ? 'witness-busy' : null;
  }

  handle(event: KernelEvent): void {
    const person = event.person as string;
    switch (event.type) {
      case 'WAITS':
        this.#forget(person);
        this.#state.waiting.push(person);
        return this.#comeBack();
      case 'LEFT':
        return this.#forget(person);
      case 'WITNESSED':
        return this.#witnessed(person);
      case 'FREE':
        return this.#callNext();
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return { busyUntil_us: this.#state.busyUntil_us, waiting: [...this.#state.waiting] };
  }

  restore(saved: Saved): void {
    const { busyUntil_us, waiting } = saved as unknown as WitnessState;
    this.#state = { busyUntil_us, waiting: [...waiting] };
  }

  #witnessed(person: string): void {
    const { staysLeastMin, staysLikelyMin, staysMostMin } = this.#values;
    const stream = this.#kernel.stream(this.#address, `stay with ${person}`);
    const stays_us = Math.round(stream.triangular(staysLeastMin, staysLikelyMin, staysMostMin) * US_PER_MIN);
    this.#forget(person);
    this.#state.busyUntil_us = this.#kernel.now_us + stays_us;
    this.#kernel.record(this.#address, 'witnessed', { person, stays_us });
    this.#comeBack();
  }

  #callNext(): void {
    if (this.missing(this.#kernel.now_us) !== null) return this.#comeBack();
    const person = this.#state.waiting.shift();
    if (person === undefined) return;
    this.#kernel.post(person, { type: 'FREED' });
    this.#comeBack();
  }

  /** Looks again when somebody is free, and a minute after calling one, who may have gone by then. */
  #comeBack(): void {
    if (this.#state.waiting.length === 0) return;
    const now_us = this.#kernel.now_us;
    const free_us = Math.max(this.#state.busyUntil_us, now_us + US_PER_MIN);
    const at_us = this.#staff.nextOpening(free_us);
    if (at_us !== null) this.#kernel.setTimer(this.#address, 'free', at_us, { type: 'FREE' });
  }

  #forget(person: string): void {
    this.#state.waiting = this.#state.waiting.filter((other) => other !== person);
  }
}
