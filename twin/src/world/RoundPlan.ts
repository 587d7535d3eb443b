import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import type { ContactSpec, RoundSpec, WorldSpec } from '../spec/WorldSpec.js';
import type { Startable } from './Startable.js';
import { Ways } from './Ways.js';

/** Where a contact is on rounds, and when, `nurse/round-plan`; whoever looks around sees what is wrong with a machine. */
export class RoundPlan implements Component, Startable {
  readonly #kernel: Kernel;
  readonly #spec: WorldSpec;
  readonly #contact: ContactSpec;
  readonly #rounds: readonly RoundSpec[];
  readonly #address: string;
  readonly #ways: Ways;

  constructor(kernel: Kernel, spec: WorldSpec, contact: ContactSpec, rounds: readonly RoundSpec[]) {
    this.#kernel = kernel;
    this.#spec = spec;
    this.#contact = contact;
    this.#rounds = rounds;
    this.#address = `${contact.id}/round-plan`;
    this.#ways = new Ways(spec, contact);
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
        this.#drives(site, begins);
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

  /** From their base and back to it, or from round to round where one begins as another ends. How long it takes is in nobody's way. */
  #drives(site: string, begins: boolean): void {
    const now_us = this.#kernel.now_us;
    const before = begins ? this.#rounds.find(({ to_us }) => to_us === now_us) : undefined;
    if (!begins && this.#rounds.some(({ from_us }) => from_us === now_us)) return;
    const distance_m = this.#ways.metres(site, before?.site ?? null);
    if (distance_m !== null) this.#kernel.record(this.#address, 'drives', { site, distance_m });
  }

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
