import type { Component, Kernel, KernelEvent, Saved } from '../../kernel/Kernel.js';
import type { MachineSpec, PersonSpec } from '../../spec/WorldSpec.js';
import type { Startable } from '../Startable.js';

interface Wish {
  readonly person: string;
  /** '' for whatever there is. */
  readonly product: string;
  readonly replyTo: string;
}

interface LanesState {
  /** Cartridge by person. */
  held: Record<string, number>;
  /** Who waits for a cartridge, the first to ask first. */
  waiting: Wish[];
}

/**
 * Whose packages are in which cartridge of one machine. Each person has one of their own; somebody who asks for a product
 * gets one of its cartridges while there is one, and otherwise any other that is free.
 */
export class Lanes implements Component, Startable {
  readonly #kernel: Kernel;
  readonly #machine: MachineSpec;
  readonly #address: string;
  readonly #atStart: readonly PersonSpec[];
  /** Product by cartridge, from 1; '' for those that no product claims. */
  readonly #products: readonly string[];
  #state: LanesState = { held: {}, waiting: [] };

  /** `atStart`: people who have a cartridge here from the start; one whose cartridge is 0 is given the lowest free one. */
  constructor(kernel: Kernel, machine: MachineSpec, atStart: readonly PersonSpec[]) {
    this.#kernel = kernel;
    this.#machine = machine;
    this.#address = `${machine.id}/lanes`;
    this.#atStart = atStart;
    this.#products = productsOf(machine);
    for (const { id, machine: own, cartridge } of atStart)
      if (own === machine.id && cartridge > 0) this.#state.held[id] = cartridge;
    kernel.register(this.#address, 3, this);
  }

  /** The cartridge of a person here, `null` where they have none. */
  of(person: string): number | null {
    return this.#state.held[person] ?? null;
  }

  /** Whether a person's cartridge holds another product than the one that they asked for; '' asks for none. */
  isAnother(person: string, product: string): boolean {
    const holds = this.#products[(this.of(person) ?? 0) - 1] ?? '';
    return product !== '' && holds !== '' && holds !== product;
  }

  start(): void {
    for (const { id, participation } of this.#atStart) {
      if (this.of(id) !== null) continue;
      const product = participation?.product ?? '';
      const lane = this.#freeLane(product);
      if (lane !== null) this.#give(id, lane, product);
    }
  }

  handle(event: KernelEvent): void {
    const person = event.person as string;
    switch (event.type) {
      case 'WANTED':
        return this.#wanted({ person, product: event.product as string, replyTo: event.replyTo as string });
      case 'RELEASED':
        return this.#released(person);
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return copyOf(this.#state) as unknown as Saved;
  }

  restore(saved: Saved): void {
    this.#state = copyOf(saved as unknown as LanesState);
  }

  #wanted(wish: Wish): void {
    const { person, product } = wish;
    const lane = this.of(person) ?? this.#freeLane(product);
    if (lane === null) {
      this.#state.waiting.push(wish);
      this.#kernel.record(this.#address, 'no-cartridge', { person, waiting: this.#state.waiting.length });
      return;
    }
    if (this.of(person) === null) this.#give(person, lane, product);
    this.#kernel.post(wish.replyTo, { type: 'CARTRIDGE', machine: this.#machine.id, cartridge: lane });
  }

  #released(person: string): void {
    this.#state.waiting = this.#state.waiting.filter((wish) => wish.person !== person);
    const cartridge = this.of(person);
    if (cartridge === null) return;
    delete this.#state.held[person];
    this.#kernel.record(this.#address, 'cartridge-freed', { person, cartridge });
    const next = this.#state.waiting.shift();
    if (next) this.#wanted(next);
  }

  #give(person: string, cartridge: number, product: string): void {
    this.#state.held[person] = cartridge;
    const as_asked = !this.isAnother(person, product);
    this.#kernel.record(this.#address, 'cartridge-given', { person, cartridge, as_asked });
  }

  #freeLane(product: string): number | null {
    const taken = new Set(Object.values(this.#state.held));
    const free = this.#products.map((holds, i) => ({ lane: i + 1, holds })).filter(({ lane }) => !taken.has(lane));
    return (free.find(({ holds }) => holds === product) ?? free[0])?.lane ?? null;
  }
}

function productsOf({ cartridges, products = [] }: MachineSpec): readonly string[] {
  const claimed = products.flatMap(({ id, cartridges: count }) => Array.from({ length: count }, () => id));
  return Array.from({ length: cartridges }, (_, i) => claimed[i] ?? '');
}

function copyOf({ held, waiting }: LanesState): LanesState {
  return { held: { ...held }, waiting: waiting.map((wish) => ({ ...wish })) };
}
