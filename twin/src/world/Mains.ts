import type { Body, PowerChange } from '../body/hinge.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';

const CHANGES: Readonly<Record<string, PowerChange>> = { POWER_OFF: 'off', POWER_ON: 'on', POWER_RESET: 'reset' };

/** The plug of one machine, `MACHINE/mains`: what its chart `power` says reaches the controller and all that it moves. */
export class Mains implements Component {
  readonly #address: string;
  readonly #body: Body;

  constructor(kernel: Kernel, machine: string, body: Body) {
    this.#address = `${machine}/mains`;
    this.#body = body;
    kernel.register(this.#address, 2, this);
  }

  handle(event: KernelEvent): void {
    const change = CHANGES[event.type];
    if (change === undefined) throw new Error(`${this.#address} does not know the event ${event.type}`);
    if (!this.#body.power) throw new Error(`${this.#address}: the power of a simulated machine alone can be cut`);
    this.#body.power(change);
  }

  save(): Saved {
    return null;
  }

  restore(): void {}
}
