import type { Body } from '../body/hinge.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import type { Authoriser } from './Authoriser.js';
import type { Hinge } from './Hinge.js';

/** Help from afar: turns a desk's wish into a recovery with an order id of its own. */
export class Recovery implements Component {
  readonly #address: string;
  readonly #authoriser: Authoriser;
  readonly #hinge: Hinge;
  readonly #body: Body;

  constructor(
    kernel: Kernel,
    machine: string,
    parts: { readonly authoriser: Authoriser; readonly hinge: Hinge; readonly body: Body },
  ) {
    this.#address = `${machine}/recovery`;
    this.#authoriser = parts.authoriser;
    this.#hinge = parts.hinge;
    this.#body = parts.body;
    kernel.register(this.#address, 2, this);
  }

  /** `frees`: whether the scenario says that this jam yields to help from afar; the mechanism shows it. */
  handle(event: KernelEvent): void {
    if (event.type !== 'RECOVER') throw new Error(`${this.#address} does not know the event ${event.type}`);
    const cartridge = event.cartridge as number;
    if (event.frees === true) this.#body.ease(cartridge);
    this.#hinge.command('recover', { order: this.#authoriser.nextOrder(), cartridge });
  }

  save(): Saved {
    return null;
  }

  restore(): void {}
}
