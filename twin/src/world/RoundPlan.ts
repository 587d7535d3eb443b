import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import type { ContactSpec, RoundSpec, WorldSpec } from '../spec/WorldSpec.js';
import type { Startable } from './Startable.js';

/** Where a contact is on rounds, and when, `nurse/round-plan`; whoever looks around sees what is wrong with a machine. */
export class RoundPlan implements Component, Startable {
  readonly #kernel: Kernel;
  readonly #spec: WorldSpec;
  readonly #contact: ContactSpec;
  readonly #rounds: readonly RoundSpec[];
  readonly #address: string;

  constructor(kernel: Kernel, spec: WorldSpec, contact: ContactSpec, rounds: readonly RoundSpec[]) {
    this.#kernel = kernel;
    this.#spec = spec;
    this.#contact = contact;
    this.#rounds = rounds;
    this.#address = `${contact.id}/round-plan`;
    kernel.register(this.#address, 3, this);
  }

  start(): void {
    for (const { site, from_us, to_us } of this.#rounds) {
      this.#kernel.at(from_us, this.#address, { type: 'ROUND_BEGINS', site });
      this.#kernel.at(to_us, this.#address, { type: 'ROUND_ENDS', site });
    }
  }

  handle(event: KernelEvent): void {
    const site = event.site as string;
    switch (event.type) {
      case 'ROUND_BEGINS':
      case 'ROUND_ENDS': {
        const begins = event.type === 'ROUND_BEGINS';
        this.#kernel.post(`${this.#contact.id}/rounds`, { type: begins ? 'ARRIVES' : 'GOES_ON', site });
        if (hasRoster(this.#spec, site)) this.#kernel.post(`${site}/roster`, { type: event.type });
        return;
      }
      case 'LOOKS_AROUND':
        return this.#looksAround(site);
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return null;
  }

  restore(): void {}

  #looksAround(site: string): void {
    const { id, role, hasKey } = this.#contact;
    for (const machine of this.#spec.machines.filter((one) => one.site === site))
      this.#kernel.post(`${machine.id}/helpline`, { type: 'COMES_BY', by: id, role, key_holder: hasKey });
  }
}

/** Whether it matters at a site who is on duty when somebody comes. */
export function hasRoster(spec: WorldSpec, site: string): boolean {
  return spec.sites.some(({ id, talkShare }) => id === site && talkShare !== undefined);
}
