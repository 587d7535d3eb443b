import type { Component, Kernel, KernelEvent, Saved } from '../../kernel/Kernel.js';

interface MachineState {
  /** Cartridges whose next vend jams. */
  armed: number[];
  locked: number[];
  serving: { readonly person: string; readonly order: number } | null;
  orders: number;
}

const REFUSAL_US = 4_000_000;

/** Just enough of level 2 to answer the world's people: serves, jams where it was told to, and is mended by hand or from afar. */
export class AnsweringMachine implements Component {
  readonly #kernel: Kernel;
  readonly #machine: string;
  #state: MachineState = { armed: [], locked: [], serving: null, orders: 0 };

  constructor(kernel: Kernel, machine: string) {
    this.#kernel = kernel;
    this.#machine = machine;
    kernel.register(`${machine}/session`, 2, this);
  }

  start(): void {
    this.#kernel.post(`${this.#machine}/lobby`, { type: 'MACHINE_FREE' });
  }

  /** From `t_us` on, the next vend of a cartridge jams. */
  jamAt(t_us: number, cartridge: number): void {
    this.#kernel.at(t_us, `${this.#machine}/session`, { type: 'ARM', cartridge });
  }

  handle(event: KernelEvent): void {
    const cartridge = event.cartridge as number;
    const state = this.#state;
    switch (event.type) {
      case 'ARM':
        state.armed.push(cartridge);
        return;
      case 'PRESENTED':
        return this.#presented(event.person as string, cartridge);
      case 'TAKE':
        if (state.serving) this.#tellLobby({ type: 'SERVED', ...state.serving });
        state.serving = null;
        return this.#tellLobby({ type: 'MACHINE_FREE' });
      case 'IDLE':
        return this.#tellLobby({ type: 'MACHINE_FREE' });
      case 'COUNTED':
        this.#unlock(cartridge);
        return;
      case 'RECOVER':
        if (event.frees) this.#unlock(cartridge);
        return this.#kernel.post(`${this.#machine}/helpline`, { type: event.frees ? 'RECOVERED' : 'NOT_RECOVERED', cartridge });
      case 'OPEN_DOOR':
      case 'FREE':
      case 'CLEAN_BEAM':
      case 'FREE_FLAP':
      case 'EMPTY_BOX':
      case 'CLOSE_DOOR':
        return this.#kernel.record(`${this.#machine}/session`, 'hand', { ...event });
      default:
        throw new Error(`the machine does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return JSON.parse(JSON.stringify(this.#state)) as Saved;
  }

  restore(saved: Saved): void {
    this.#state = JSON.parse(JSON.stringify(saved)) as MachineState;
  }

  #presented(person: string, cartridge: number): void {
    const state = this.#state;
    if (state.locked.includes(cartridge)) return this.#turnAway(person, 'lane-locked');
    state.orders += 1;
    const order = state.orders;
    if (!state.armed.includes(cartridge)) {
      state.serving = { person, order };
      return this.#tellLobby({ type: 'DOSE_READY', person, order });
    }
    state.armed = state.armed.filter((other) => other !== cartridge);
    state.locked.push(cartridge);
    this.#kernel.record(`${this.#machine}/session`, 'jam', { person, order, cartridge, mode: 'hung-up' });
    this.#kernel.post(`${this.#machine}/helpline`, { type: 'JAM', person, order, cartridge, mode: 'hung-up' });
    this.#turnAway(person, 'jammed');
  }

  #turnAway(person: string, reason: string): void {
    this.#tellLobby({ type: 'TURNED_AWAY', person, reason });
    this.#kernel.at(this.#kernel.now_us + REFUSAL_US, `${this.#machine}/session`, { type: 'IDLE' });
  }

  #unlock(cartridge: number): void {
    this.#state.locked = this.#state.locked.filter((other) => other !== cartridge);
  }

  #tellLobby(event: KernelEvent): void {
    this.#kernel.post(`${this.#machine}/lobby`, event);
  }
}
