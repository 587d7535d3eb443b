import { epochOfDay, localTime } from '../calendar/zone.js';
import { type ParameterOverrides, type ParameterValues, parameterValues } from '../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import type { UpdateSpec } from '../spec/WorldSpec.js';
import type { Startable } from './Startable.js';
import { updatesParameters } from './updates.parameters.js';

interface ServerState {
  /** The update under way, by its place among the machine's; -1: none. */
  current: number;
  pending: number[];
  linkUp: boolean;
}

export interface UpdatePlace {
  readonly machine: string;
  readonly zone: string;
  readonly epoch_us: number;
  readonly updates: readonly UpdateSpec[];
  readonly parameters: readonly ParameterOverrides[];
}

/** Offers a machine its updates, one after the other, and knows what becomes of each. */
export class UpdateServer implements Component, Startable {
  readonly #kernel: Kernel;
  readonly #place: UpdatePlace;
  readonly #address: string;
  readonly #values: ParameterValues<typeof updatesParameters>;
  #state: ServerState = { current: -1, pending: [], linkUp: true };

  constructor(kernel: Kernel, place: UpdatePlace) {
    this.#kernel = kernel;
    this.#place = place;
    this.#address = `${place.machine}/updates`;
    this.#values = parameterValues('updates', updatesParameters, ...place.parameters);
    kernel.register(this.#address, 3, this);
  }

  start(): void {
    for (const [number, { at_us }] of this.#place.updates.entries())
      this.#kernel.at(at_us, this.#address, { type: 'OFFER', number });
  }

  handle(event: KernelEvent): void {
    switch (event.type) {
      case 'OFFER':
        this.#state.pending.push(event.number as number);
        return this.#offerNext();
      case 'NEXT':
        this.#state.current = -1;
        return this.#offerNext();
      case 'NETWORK':
        this.#state.linkUp = event.up as boolean;
        return;
      case 'REACH':
        return this.#tell(this.#outcome === 'never-reaches' || !this.#state.linkUp ? 'NOT_REACHED' : 'REACHED');
      case 'CHECK_DOWNLOAD':
        return this.#tell(this.#outcome === 'fails' || !this.#state.linkUp ? 'FAILED' : 'DOWNLOADED');
      case 'AWAIT_NIGHT':
        return this.#kernel.setTimer(this.#address, 'night', this.#nextNight(), { type: 'NIGHT_COMES' });
      case 'NIGHT_COMES':
        return this.#tell('NIGHT');
      case 'CHECK_APPLIED':
        return this.#checkApplied();
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return { ...this.#state, pending: [...this.#state.pending] };
  }

  restore(saved: Saved): void {
    const state = saved as unknown as ServerState;
    this.#state = { ...state, pending: [...state.pending] };
  }

  get #outcome(): UpdateSpec['outcome'] {
    return this.#place.updates[this.#state.current]?.outcome ?? 'fails';
  }

  #offerNext(): void {
    if (this.#state.current >= 0) return;
    const next = this.#state.pending.shift();
    if (next === undefined) return;
    this.#state.current = next;
    const update = this.#place.updates[next]?.name ?? '';
    this.#kernel.post(`${this.#place.machine}/update`, { type: 'OFFERED', update });
  }

  #checkApplied(): void {
    const outcome = this.#outcome;
    const isApplied =
      outcome === 'is-applied' ||
      (outcome === 'by-chance' && this.#kernel.stream(this.#address, 'applied').chance(this.#values.successShare));
    if (isApplied && this.#place.updates[this.#state.current]?.brings === 'clock-rules')
      this.#kernel.post(`${this.#place.machine}/authoriser`, { type: 'CLOCK_RULES' });
    this.#tell(isApplied ? 'APPLIED' : 'FAILED');
  }

  #nextNight(): number {
    const { zone, epoch_us } = this.#place;
    const now_us = this.#kernel.now_us;
    const today = localTime(zone, epoch_us + now_us).dayNumber;
    const tonight = epochOfDay(zone, today, this.#values.nightMin) - epoch_us;
    return tonight > now_us ? tonight : epochOfDay(zone, today + 1, this.#values.nightMin) - epoch_us;
  }

  #tell(type: string): void {
    this.#kernel.post(`${this.#place.machine}/update`, { type });
  }
}
