import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import { areTwoPeople } from './areTwoPeople.js';
import { Layers, type LayersState } from './Layers.js';

/** One cartridge's ledger at level 2: loaded = dispensed + rejected + remaining + unknown, always (SPEC H7). */
export interface CartridgeCount {
  readonly loaded: number;
  readonly dispensed: number;
  readonly rejected: number;
  readonly remaining: number;
  readonly unknown: number;
}

/** What two people find when they look into an open machine: packages on the coil, and in the reject bin from that lane. */
export interface Found {
  readonly onCoil: number;
  readonly rejected: number;
}

export interface CountsPlace {
  readonly machine: string;
  /** Packages at the start; index 0 is cartridge 1. */
  readonly loaded: readonly number[];
  readonly look: (cartridge: number) => Found;
  /** Whether an order that has not ended may still move this lane. */
  readonly isInFlight: (cartridge: number) => boolean;
  /** Who hears that a lane was counted: the address of the machine's helpline, or `null`. */
  readonly helpline: string | null;
}

interface CountsState {
  readonly counts: readonly CartridgeCount[];
  readonly due: readonly number[];
  readonly layers: LayersState;
}

type Change = { readonly [field in keyof CartridgeCount]?: number };

/**
 * Keeps each cartridge's count. The controller knows motions, not contents: what was seen to drop is dispensed, a motion
 * that ended unseen leaves one package unknown, and only a count signed by two different people moves it out again.
 */
export class Counts implements Component {
  readonly #kernel: Kernel;
  readonly #address: string;
  readonly #inventory: string;
  readonly #place: CountsPlace;
  #counts: CartridgeCount[];
  readonly #layers: Layers;
  /** Cartridges with something unknown, the first to be counted first. */
  #due: number[] = [];

  constructor(kernel: Kernel, place: CountsPlace) {
    this.#kernel = kernel;
    this.#place = place;
    this.#address = `${place.machine}/counts`;
    this.#inventory = `${place.machine}/inventory`;
    this.#counts = place.loaded.map((packages) => ({
      loaded: packages,
      dispensed: 0,
      rejected: 0,
      remaining: packages,
      unknown: 0,
    }));
    this.#layers = new Layers(place.loaded);
    kernel.register(this.#address, 2, this);
  }

  /** Records the opening balance of each cartridge that holds anything. */
  start(): void {
    for (let i = 0; i < this.#counts.length; i++) if (this.of(i + 1).loaded > 0) this.#record(i + 1, 'loaded');
  }

  of(cartridge: number): CartridgeCount {
    const count = this.#counts[cartridge - 1];
    if (!count) throw new RangeError(`${this.#address} has no cartridge ${cartridge}`);
    return count;
  }

  /** Packages of a cartridge that were loaded at or before an instant, and remain: what was loaded first has left it first. */
  loadedUntil(cartridge: number, t_us: number): number {
    return this.#layers.until(cartridge, t_us, this.of(cartridge).remaining);
  }

  handle(event: KernelEvent): void {
    const cartridge = event.cartridge as number;
    switch (event.type) {
      case 'DROPPED':
        return this.#dropped(cartridge);
      case 'RECOVERED':
        return this.#recovered(cartridge);
      case 'ENDED_UNSEEN':
        return this.#unknown(cartridge, event.why as string);
      case 'LOADED':
        return this.#loaded(cartridge, event.packages as number);
      case 'UNLOADED':
        return this.#unloaded(cartridge, event.packages as number);
      case 'COUNTED':
        return this.#sign(cartridge, event.first as string, event.second as string);
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return { counts: this.#counts.map((count) => ({ ...count })), due: [...this.#due], layers: this.#layers.save() };
  }

  restore(saved: Saved): void {
    const { counts, due, layers } = saved as unknown as CountsState;
    this.#counts = counts.map((count) => ({ ...count }));
    this.#due = [...due];
    this.#layers.restore(layers);
  }

  #loaded(cartridge: number, packages: number): void {
    this.#layers.add(cartridge, { at_us: this.#kernel.now_us, packages }, this.of(cartridge).remaining);
    this.#change(cartridge, { loaded: packages, remaining: packages }, 'loaded');
  }

  /** What nobody knew to be there stays unknown until the count (SPEC H7). */
  #unloaded(cartridge: number, packages: number): void {
    const known = Math.min(packages, this.of(cartridge).remaining);
    this.#change(cartridge, { remaining: -known, rejected: known }, 'taken out');
  }

  /** Where nothing remains, what dropped was the unknown package, and unknown it stays until the count (SPEC H7). */
  #dropped(cartridge: number): void {
    if (this.of(cartridge).remaining > 0) this.#change(cartridge, { remaining: -1, dispensed: 1 }, 'dropped');
  }

  /** As with a drop: the last one to come was the unknown one. */
  #recovered(cartridge: number): void {
    if (this.of(cartridge).remaining > 0) this.#change(cartridge, { remaining: -1, rejected: 1 }, 'recovered');
  }

  /** A package whose whereabouts nobody saw. An empty cartridge has none to lose. */
  #unknown(cartridge: number, why: string): void {
    if (this.of(cartridge).remaining === 0) return;
    this.#change(cartridge, { remaining: -1, unknown: 1 }, why);
    if (!this.#due.includes(cartridge)) this.#due.push(cartridge);
    this.#kernel.post(this.#inventory, { type: 'UNKNOWN_ROSE', cartridge });
  }

  /**
   * Two people have counted: what is on the coil remains, what lies in the reject bin is rejected, and the rest of what was
   * loaded was dispensed, seen or not. Then the lane is free again. More than was ever declared was loaded undeclared.
   */
  #sign(cartridge: number, first: string, second: string): void {
    const { machine, helpline, look } = this.#place;
    const refusal = this.#refusal(cartridge, first, second);
    if (refusal !== null) {
      this.#kernel.record(this.#inventory, 'count-refused', { cartridge, first, second, reason: refusal });
      return;
    }
    const before = this.of(cartridge);
    this.#layers.trim(cartridge, before.remaining);
    const { onCoil, rejected } = look(cartridge);
    this.#kernel.record(this.#inventory, 'signed', {
      cartridge,
      found: onCoil,
      taken_out: rejected - before.rejected,
      first,
      second,
    });
    const loaded = Math.max(before.loaded, rejected + onCoil);
    const dispensed = loaded - rejected - onCoil;
    this.#counts[cartridge - 1] = { loaded, dispensed, rejected, remaining: onCoil, unknown: 0 };
    this.#record(cartridge, 'signed by two');
    this.#known(cartridge);
    const dispensed_change = dispensed - before.dispensed;
    this.#kernel.post(`${machine}/authoriser`, { type: 'LANE_FREE', cartridge, dispensed_change });
    this.#kernel.post(`${machine}/hinge`, { type: 'CLEAR_LANE', cartridge });
    if (helpline !== null) this.#kernel.post(helpline, { type: 'MENDED', cartridge });
  }

  /** The time for a count runs for one cartridge after the other. */
  #known(cartridge: number): void {
    const wasFirst = this.#due[0] === cartridge;
    this.#due = this.#due.filter((other) => other !== cartridge);
    const next = this.#due[0];
    if (next === undefined) this.#kernel.post(this.#inventory, { type: 'ALL_KNOWN' });
    else if (wasFirst) this.#kernel.post(this.#inventory, { type: 'NEXT_DUE', cartridge: next });
  }

  /** Why a count is not taken. What moves while it is counted would be counted twice. */
  #refusal(cartridge: number, first: string, second: string): string | null {
    if (!areTwoPeople(first, second)) return 'one person alone';
    return this.#place.isInFlight(cartridge) ? 'an order is in flight' : null;
  }

  #change(cartridge: number, change: Change, why: string): void {
    const before = this.of(cartridge);
    this.#counts[cartridge - 1] = {
      loaded: before.loaded + (change.loaded ?? 0),
      dispensed: before.dispensed + (change.dispensed ?? 0),
      rejected: before.rejected + (change.rejected ?? 0),
      remaining: before.remaining + (change.remaining ?? 0),
      unknown: before.unknown + (change.unknown ?? 0),
    };
    this.#record(cartridge, why);
  }

  #record(cartridge: number, why: string): void {
    const { loaded, dispensed, rejected, remaining, unknown } = this.of(cartridge);
    this.#kernel.record(this.#inventory, 'count', { cartridge, loaded, dispensed, rejected, remaining, unknown, why });
  }
}
