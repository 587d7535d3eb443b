import type { Saved } from '../kernel/Kernel.js';
import { usOf, type Works } from './Works.js';

/** The flap in front of the collection box, held by a bolt that a sensor watches. A stuck bolt does not come back. */
export class ChuteFlap {
  readonly #works: Works;
  #open = false;
  #stuck = false;
  #boltBack = false;
  /** Where the controller wants the bolt. */
  #driven: 'back' | 'out' = 'out';

  constructor(works: Works) {
    this.#works = works;
  }

  get open(): boolean {
    return this.#open;
  }

  get boltBack(): boolean {
    return this.#boltBack;
  }

  drive(to: 'back' | 'out'): void {
    this.#driven = to;
    this.#setOff();
  }

  /** The bolt's travel is over. */
  boltArrives(): void {
    this.#boltBack = this.#driven === 'back';
    this.#works.kernel.record(this.#works.place, 'bolt', { back: this.#boltBack });
    this.#works.changed();
  }

  /** A hand opens the flap, if it can be opened; it falls shut by itself. */
  pull(): void {
    if (this.#open || !this.#boltBack || this.#stuck) return;
    this.#set(true);
    const { kernel, place, values } = this.#works;
    kernel.setTimer(place, 'flap', kernel.now_us + usOf(values.takeMs), { type: 'FLAP_SHUTS' });
  }

  shut(): void {
    this.#set(false);
  }

  stick(): void {
    this.#setStuck(true);
  }

  free(): void {
    this.#setStuck(false);
    this.#setOff();
  }

  save(): Saved {
    return { open: this.#open, stuck: this.#stuck, boltBack: this.#boltBack, driven: this.#driven };
  }

  restore(saved: Saved): void {
    const state = saved as { open: boolean; stuck: boolean; boltBack: boolean; driven: 'back' | 'out' };
    this.#open = state.open;
    this.#stuck = state.stuck;
    this.#boltBack = state.boltBack;
    this.#driven = state.driven;
  }

  #setOff(): void {
    const { kernel, place, values } = this.#works;
    kernel.cancelTimer(place, 'bolt');
    if (this.#boltBack === (this.#driven === 'back') || (this.#stuck && this.#driven === 'back')) return;
    kernel.setTimer(place, 'bolt', kernel.now_us + usOf(values.boltTravelMs), { type: 'BOLT_ARRIVES' });
  }

  #set(open: boolean): void {
    this.#open = open;
    this.#works.kernel.record(this.#works.place, 'flap', { open });
    this.#works.changed();
  }

  #setStuck(stuck: boolean): void {
    if (stuck === this.#stuck) return;
    this.#stuck = stuck;
    if (stuck && this.#driven === 'back') this.#works.kernel.cancelTimer(this.#works.address, 'bolt');
    this.#works.kernel.record(this.#works.place, 'flap-stuck', { is: stuck });
  }
}
