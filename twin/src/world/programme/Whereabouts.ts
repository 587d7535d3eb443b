import type { Component, Kernel, KernelEvent, Saved } from '../../kernel/Kernel.js';
import type { LocalHours } from '../LocalHours.js';

/** A machine that a person may go to. */
export interface Stop {
  readonly machine: string;
  /** Whether its site ever opened; nobody goes to one that did not. */
  readonly isOpened: boolean;
  /** Opening hours of its site. */
  readonly hours: LocalHours;
  /** The person's cartridge there, `null` while they have none. */
  readonly cartridge: () => number | null;
}

interface WhereaboutsState {
  /** The machine at which they are, or go to. */
  at: string;
  /** Machines tried in this visit. */
  tried: string[];
  /** In the order in which they are gone to; those to which access was lost are not among them. */
  order: string[];
}

const ROLES = ['lobby', 'session', 'hands', 'helpline'] as const;

/**
 * At which machine one person is. It stands between the person's chart and the machines: what the chart tells the lobby, the
 * session, the hands and the helpline goes on to those of that machine, with the person's cartridge there.
 */
export class Whereabouts implements Component {
  readonly #kernel: Kernel;
  readonly #address: string;
  readonly #stops: ReadonlyMap<string, Stop>;
  #state: WhereaboutsState;

  constructor(kernel: Kernel, person: string, stops: readonly Stop[]) {
    this.#kernel = kernel;
    this.#address = `${person}/whereabouts`;
    this.#stops = new Map(stops.map((stop) => [stop.machine, stop]));
    const order = stops.filter(({ isOpened }) => isOpened).map(({ machine }) => machine);
    this.#state = { at: order[0] ?? (stops[0]?.machine as string), tried: [], order };
    kernel.register(this.#address, 3, this);
    for (const role of ROLES) kernel.register(`${person}/${role}`, 3, new Forwarder((event) => this.#forward(role, event)));
  }

  /** Where the person's chart finds its roles. */
  static rolesOf(person: string): Readonly<Record<(typeof ROLES)[number], string>> {
    return { lobby: `${person}/lobby`, session: `${person}/session`, hands: `${person}/hands`, helpline: `${person}/helpline` };
  }

  get at(): string {
    return this.#state.at;
  }

  /** Machines at which the person has a cartridge, in the order in which they go there. */
  get reachable(): readonly string[] {
    return this.#state.order.filter((machine) => this.#stops.get(machine)?.cartridge() != null);
  }

  /** The machine to try after this one in the same visit, `null` if none is left that is open. */
  next(t_us: number): string | null {
    const { at, tried } = this.#state;
    return this.reachable.find((machine) => machine !== at && !tried.includes(machine) && this.#isOpen(machine, t_us)) ?? null;
  }

  /** Where a visit at this instant begins: the first machine that is open, or else the first of all. */
  first(t_us: number): string {
    return this.reachable.find((machine) => this.#isOpen(machine, t_us)) ?? this.reachable[0] ?? this.#state.at;
  }

  handle(event: KernelEvent): void {
    const machine = event.machine as string;
    switch (event.type) {
      case 'VISIT_BEGINS':
        this.#state.at = this.first(this.#kernel.now_us);
        this.#state.tried = [];
        return;
      case 'GOES_TO':
        this.#state.tried.push(this.#state.at);
        this.#state.at = machine;
        return;
      case 'ACCESS_LOST':
        this.#state.order = this.#state.order.filter((other) => other !== machine);
        return;
      case 'FIRST_IS':
        this.#state.order = [machine, ...this.#state.order.filter((other) => other !== machine)];
        return;
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    const { at, tried, order } = this.#state;
    return { at, tried: [...tried], order: [...order] };
  }

  restore(saved: Saved): void {
    const { at, tried, order } = saved as unknown as WhereaboutsState;
    this.#state = { at, tried: [...tried], order: [...order] };
  }

  #isOpen(machine: string, t_us: number): boolean {
    return this.#stops.get(machine)?.hours.isOpen(t_us) === true;
  }

  #forward(role: string, event: KernelEvent): void {
    const { at } = this.#state;
    const cartridge = this.#stops.get(at)?.cartridge() ?? 0;
    this.#kernel.post(`${at}/${role}`, 'cartridge' in event ? { ...event, cartridge } : event);
  }
}

/** An address that passes on what it hears. */
class Forwarder implements Component {
  constructor(readonly handle: (event: KernelEvent) => void) {}

  save(): Saved {
    return null;
  }

  restore(_: Saved): void {}
}
