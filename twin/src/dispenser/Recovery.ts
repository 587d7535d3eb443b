import type { Body } from '../body/hinge.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import type { Authoriser } from './Authoriser.js';
import type { Hinge } from './Hinge.js';

interface Wish {
  readonly cartridge: number;
  readonly frees: boolean;
}

/**
 * Help from afar: turns a desk's wish into a recovery with an order id of its own. It waits until the session stands still,
 * so that nobody is refused for it in the middle of an order (SPEC H11).
 */
export class Recovery implements Component {
  readonly #address: string;
  readonly #authoriser: Authoriser;
  readonly #hinge: Hinge;
  readonly #body: Body;
  #wishes: Wish[] = [];

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
    switch (event.type) {
      case 'RECOVER':
        this.#wishes.push({ cartridge: event.cartridge as number, frees: event.frees === true });
        return this.#hinge.standStill();
      case 'STANDS_STILL':
        for (const wish of this.#wishes.splice(0)) this.#turn(wish);
        return;
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return this.#wishes.map((wish) => ({ ...wish }));
  }

  restore(saved: Saved): void {
    this.#wishes = (saved as unknown as Wish[]).map((wish) => ({ ...wish }));
  }

  #turn({ cartridge, frees }: Wish): void {
    if (frees) this.#body.ease(cartridge);
    this.#hinge.command('recover', { order: this.#authoriser.nextOrder(), cartridge });
  }
}
