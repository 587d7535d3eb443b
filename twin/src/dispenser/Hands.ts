import type { Body, Hand } from '../body/hinge.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';

/** The hinge's second face: what people do to the machine, passed to the body; a real one turns it into a prompt. */
export class Hands implements Component {
  readonly #kernel: Kernel;
  readonly #machine: string;
  readonly #cartridges: number;
  readonly #address: string;
  readonly #body: Body;

  constructor(kernel: Kernel, machine: string, cartridges: number, body: Body) {
    this.#kernel = kernel;
    this.#machine = machine;
    this.#cartridges = cartridges;
    this.#address = `${machine}/hands`;
    this.#body = body;
    kernel.register(this.#address, 3, this);
  }

  handle(event: KernelEvent): void {
    const cartridge = event.cartridge as number;
    switch (event.type) {
      case 'OPEN_DOOR':
      case 'CLOSE_DOOR':
      case 'TAKE':
      case 'CLEAN_BEAM':
      case 'FREE_FLAP':
        return this.#body.hand({ name: HAND_OF[event.type] });
      case 'EMPTY_BOX':
        this.#body.hand({ name: 'empty-box' });
        return this.#kernel.post(this.#address, { type: 'EMPTY_DONE' });
      case 'EMPTY_DONE':
        return this.#declareEmpty();
      case 'FREE':
        return this.#body.hand({ name: 'free', cartridge });
      case 'UNLOAD':
        return this.#unload(cartridge, event.packages as number);
      case 'UNLOAD_DONE':
        return this.#declareOut(cartridge, event.before as number);
      case 'LOAD':
        return this.#load(cartridge, event.packages as number);
      case 'LOAD_DONE':
        return this.#declare(cartridge, event.before as number);
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return null;
  }

  restore(): void {}

  /** Whoever loads says how many packages went in; a full lane takes fewer than were brought. */
  #load(cartridge: number, packages: number): void {
    const before = this.#body.look(cartridge).loaded;
    this.#body.hand({ name: 'load', cartridge, packages });
    this.#kernel.post(this.#address, { type: 'LOAD_DONE', cartridge, before });
  }

  /** Whoever takes packages out says how many; no more come out than are on the coil. */
  #unload(cartridge: number, packages: number): void {
    const before = this.#body.look(cartridge).rejected;
    this.#body.hand({ name: 'unload', cartridge, packages });
    this.#kernel.post(this.#address, { type: 'UNLOAD_DONE', cartridge, before });
  }

  #declareOut(cartridge: number, before: number): void {
    const packages = this.#body.look(cartridge).rejected - before;
    if (packages > 0) this.#kernel.post(`${this.#machine}/counts`, { type: 'UNLOADED', cartridge, packages });
  }

  /** Whoever has emptied the box says so at the machine, having seen that nothing lies in it. */
  #declareEmpty(): void {
    for (let cartridge = 1; cartridge <= this.#cartridges; cartridge++) if (this.#body.look(cartridge).inBox > 0) return;
    this.#kernel.post(`${this.#machine}/hinge`, { type: 'BOX_EMPTIED' });
  }

  #declare(cartridge: number, before: number): void {
    const packages = this.#body.look(cartridge).loaded - before;
    if (packages > 0) this.#kernel.post(`${this.#machine}/counts`, { type: 'LOADED', cartridge, packages });
  }
}

const HAND_OF = {
  OPEN_DOOR: 'open-door',
  CLOSE_DOOR: 'close-door',
  TAKE: 'take',
  CLEAN_BEAM: 'clean-beam',
  FREE_FLAP: 'free-flap',
} as const satisfies Record<string, Hand['name']>;
