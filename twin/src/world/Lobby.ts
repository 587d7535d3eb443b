import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';

interface LobbyState {
  /** In line, the first at the front. */
  queue: string[];
  /** All who are here, waiting for help or in line or at the machine, in the order in which they came. */
  inside: string[];
  atMachine: string | null;
  /** Whether the session takes the next palm. */
  free: boolean;
  /** Out of service: it takes a palm, and says that it gives nothing. */
  down: boolean;
  open: boolean;
}

/**
 * The floor before one machine: first come, first served. It passes on what the session says to the person whom it
 * concerns, and sends everybody but the one at the machine home when the site closes.
 */
export class Lobby implements Component {
  readonly #kernel: Kernel;
  readonly #address: string;
  /** Who knows who is on duty when somebody comes, if it matters. */
  readonly #roster: string | null;
  #state: LobbyState = { queue: [], inside: [], atMachine: null, free: false, down: false, open: false };

  constructor(kernel: Kernel, machine: string, roster: string | null = null) {
    this.#kernel = kernel;
    this.#roster = roster;
    this.#address = `${machine}/lobby`;
    kernel.register(this.#address, 3, this);
  }

  handle(event: KernelEvent): void {
    const person = event.person as string;
    switch (event.type) {
      case 'ENQUEUE':
        return this.#enqueue(person);
      case 'STEPS_ASIDE':
        return this.#stepsAside(person);
      case 'LEAVES':
        return this.#leaves(person);
      case 'DOSE_READY':
      case 'SERVED':
      case 'TURNED_AWAY':
        return this.#kernel.post(person, event);
      case 'LET_THROUGH':
        return this.#kernel.post(person, { type: 'FREED' });
      case 'NOT_LET_THROUGH':
        return this.#kernel.post(person, { type: 'PATIENCE_OVER' });
      case 'MACHINE_FREE':
        return this.#machineFree();
      case 'MACHINE_DOWN':
        this.#state.down = true;
        return this.#next();
      case 'OPENED':
        this.#state.open = true;
        return;
      case 'CLOSED':
        return this.#closes();
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  isInside(person: string): boolean {
    return this.#state.inside.includes(person);
  }

  save(): Saved {
    return { ...this.#state, queue: [...this.#state.queue], inside: [...this.#state.inside] };
  }

  restore(saved: Saved): void {
    const state = saved as unknown as LobbyState;
    this.#state = { ...state, queue: [...state.queue], inside: [...state.inside] };
  }

  #enqueue(person: string): void {
    const state = this.#state;
    if (!state.open) return this.#kernel.post(person, { type: 'SITE_CLOSED' });
    if (!state.inside.includes(person)) {
      state.inside.push(person);
      if (this.#roster !== null) this.#kernel.post(this.#roster, { type: 'SOMEBODY_CAME', person });
    }
    state.queue.push(person);
    this.#next();
  }

  /** Out of line, but still here. */
  #stepsAside(person: string): void {
    this.#outOfLine(person);
    if (!this.#state.open) this.#kernel.post(person, { type: 'SITE_CLOSED' });
    this.#next();
  }

  #leaves(person: string): void {
    this.#outOfLine(person);
    this.#state.inside = this.#state.inside.filter((other) => other !== person);
    this.#next();
  }

  #outOfLine(person: string): void {
    this.#state.queue = this.#state.queue.filter((other) => other !== person);
    if (this.#state.atMachine === person) this.#state.atMachine = null;
  }

  #machineFree(): void {
    const state = this.#state;
    state.free = true;
    if (state.down) for (const person of this.#standingAside()) this.#kernel.post(person, { type: 'FREED' });
    state.down = false;
    this.#next();
  }

  #closes(): void {
    this.#state.open = false;
    for (const person of [...this.#state.queue, ...this.#standingAside()]) this.#kernel.post(person, { type: 'SITE_CLOSED' });
    this.#state.queue = [];
  }

  #standingAside(): string[] {
    const { inside, queue, atMachine } = this.#state;
    return inside.filter((person) => person !== atMachine && !queue.includes(person));
  }

  #next(): void {
    const state = this.#state;
    if (state.atMachine !== null || !(state.free || state.down)) return;
    const person = state.queue.shift();
    if (person === undefined) return;
    state.atMachine = person;
    state.free = false;
    this.#kernel.post(person, { type: 'TURN' });
  }
}
