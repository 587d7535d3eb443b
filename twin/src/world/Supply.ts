import { epochOfDay, localTime } from '../calendar/zone.js';
import type { Counts } from '../dispenser/Counts.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import { US_PER_MIN } from '../kernel/timeUnits.js';
import { type ContactSpec, type RestockSpec, WEEKDAYS } from '../spec/WorldSpec.js';
import { Availability } from './Availability.js';
import type { Startable } from './Startable.js';
import type { Ways } from './Ways.js';

export interface SupplyPlace {
  readonly machine: string;
  readonly zone: string;
  readonly epoch_us: number;
  readonly restock: RestockSpec;
  /** Who brings the packages. */
  readonly contact: ContactSpec;
  readonly ways: Ways;
  /** Lanes that belong to somebody, in order. */
  readonly lanes: readonly number[];
  readonly counts: Pick<Counts, 'of' | 'loadedUntil'>;
  /** Where a pharmacy books its work; `null`: nowhere. */
  readonly books: string | null;
}

interface SupplyState {
  /** Lanes of this delivery that are still to be looked at. */
  toFill: number[];
  /** The lane from which what is past its time was taken out last; 0: none yet. */
  takenOut: number;
  second: string;
  withdrawn: boolean;
}

/** Who brings what is missing to one machine, and when, `MACHINE/supply`; a delivery that cannot be made is missed. */
export class Supply implements Component, Startable {
  readonly #kernel: Kernel;
  readonly #place: SupplyPlace;
  readonly #address: string;
  readonly #chart: string;
  readonly #availability: Availability;
  #state: SupplyState = { toFill: [], takenOut: 0, second: '', withdrawn: false };

  constructor(kernel: Kernel, place: SupplyPlace) {
    this.#kernel = kernel;
    this.#place = place;
    this.#address = `${place.machine}/supply`;
    this.#chart = `${place.machine}/restock`;
    this.#availability = new Availability(place.contact, place.epoch_us);
    kernel.register(this.#address, 3, this);
  }

  start(): void {
    this.#plan(0);
    const { ends_us } = this.#place.restock;
    if (ends_us !== null) this.#kernel.at(Math.max(0, ends_us), this.#address, { type: 'WITHDRAWS' });
  }

  handle(event: KernelEvent): void {
    const { machine, contact } = this.#place;
    switch (event.type) {
      case 'DUE_TO_DELIVER':
        this.#plan(1);
        return this.#setOff();
      case 'ARRIVES':
        return this.#arrive();
      case 'WITNESS_WANTED':
        return this.#kernel.post(`${machine}/doorkeeper`, {
          type: 'WANTS_IN',
          by: contact.id,
          role: contact.role,
          why: 'restock',
          reply: this.#address,
        });
      case 'MAY_OPEN':
        this.#state.second = event.second as string;
        return this.#tell({ type: 'WITNESSED' });
      case 'NEXT_LANE':
        return this.#nextLane();
      case 'RESTOCKED':
        this.#kernel.post(`${machine}/doorkeeper`, { type: 'OUT_AGAIN' });
        this.#book({ type: 'LEAVES' });
        this.#drives();
        return this.#state.withdrawn ? this.#tell({ type: 'WITHDRAWN', by: contact.id }) : undefined;
      case 'WITHDRAWS':
        this.#state.withdrawn = true;
        return this.#tell({ type: 'WITHDRAWN', by: contact.id });
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return { ...this.#state, toFill: [...this.#state.toFill] };
  }

  restore(saved: Saved): void {
    const state = saved as unknown as SupplyState;
    this.#state = { ...state, toFill: [...state.toFill] };
  }

  /** The next delivery by the site's clocks, from today or from tomorrow on. */
  #plan(fromDay: 0 | 1): void {
    const { zone, epoch_us, restock } = this.#place;
    const now_us = this.#kernel.now_us;
    const { dayNumber, weekday } = localTime(zone, epoch_us + now_us);
    for (let day = fromDay; day <= WEEKDAYS.length; day++) {
      const at_us = epochOfDay(zone, dayNumber + day, restock.atMin) - epoch_us;
      const isDay = restock.days.includes(WEEKDAYS[(weekday - 1 + day) % WEEKDAYS.length] ?? 'mon');
      if (isDay && at_us >= now_us) return this.#kernel.setTimer(this.#address, 'due', at_us, { type: 'DUE_TO_DELIVER' });
    }
  }

  #setOff(): void {
    const { ways, machine } = this.#place;
    if (this.#state.withdrawn) return;
    const now_us = this.#kernel.now_us;
    const busy = this.#availability.busyAt(now_us);
    if (!this.#availability.hours.isOpen(now_us))
      return this.#miss(this.#availability.hours.closedBecause(now_us) === 'holiday' ? 'holiday' : 'closed');
    if (busy) return this.#miss(busy.reason);
    const travel_us = Math.round(ways.min(machine, this.#kernel.stream(this.#address, 'travel')) * US_PER_MIN);
    this.#kernel.setTimer(this.#address, 'journey', now_us + travel_us, { type: 'ARRIVES' });
    this.#book({ type: 'SETS_OFF', packages: this.#missing(), travel_us });
    this.#drives();
  }

  /** Nobody opens a machine in which nothing is missing or past its time: they go back at once. */
  #arrive(): void {
    const { lanes } = this.#place;
    const packages = this.#missing();
    if (packages === 0 && lanes.every((cartridge) => this.#past(cartridge) === 0)) return this.#drives();
    this.#state.toFill = [...lanes];
    this.#state.takenOut = 0;
    this.#book({ type: 'DELIVERS' });
    this.#tell({ type: 'DELIVERED', by: this.#place.contact.id, packages });
  }

  #miss(cause: string): void {
    this.#tell({ type: 'MISSED', by: this.#place.contact.id, cause });
  }

  /** A lane with something unknown waits for the count that is due to it. */
  #wants(cartridge: number): number {
    const { remaining, unknown } = this.#place.counts.of(cartridge);
    return unknown > 0 ? 0 : Math.max(0, this.#place.restock.upTo - (remaining - this.#past(cartridge)));
  }

  /** Packages of a lane that have been in it for longer than they keep. */
  #past(cartridge: number): number {
    const { counts, restock } = this.#place;
    if (restock.keeps_us === undefined || counts.of(cartridge).unknown > 0) return 0;
    return counts.loadedUntil(cartridge, this.#kernel.now_us - restock.keeps_us);
  }

  #missing(): number {
    return this.#place.lanes.reduce((sum, cartridge) => sum + this.#wants(cartridge), 0);
  }

  #nextLane(): void {
    const { toFill, second } = this.#state;
    const first = this.#place.contact.id;
    for (let cartridge = toFill[0]; cartridge !== undefined; cartridge = toFill[0]) {
      const past = this.#past(cartridge);
      // Once a lane: a count that was refused leaves in the books what is no longer there.
      if (past > 0 && this.#state.takenOut !== cartridge) {
        this.#state.takenOut = cartridge;
        return this.#tell({ type: 'PAST', cartridge, packages: past, first, second });
      }
      toFill.shift();
      const packages = this.#wants(cartridge);
      if (packages === 0) continue;
      this.#book({ type: 'FILLS' });
      return this.#tell({ type: 'LANE', cartridge, packages, first, second });
    }
    this.#tell({ type: 'NO_MORE' });
  }

  /** One way, there or back, where roads say how long it is. */
  #drives(): void {
    const { ways, machine, contact } = this.#place;
    const distance_m = ways.metres(machine);
    if (distance_m !== null) this.#kernel.record(this.#address, 'drives', { by: contact.id, distance_m });
  }

  #book(event: KernelEvent): void {
    const { books, machine } = this.#place;
    if (books !== null) this.#kernel.post(books, { ...event, machine });
  }

  #tell(event: KernelEvent): void {
    this.#kernel.post(this.#chart, event);
  }
}
