import type { Saved } from '../kernel/Kernel.js';
import type { Works } from './Works.js';

/** The light across the shaft below the shelves. Blind, it either reads dark for ever, or sees nothing fall. */
export class DropBeam {
  readonly #works: Works;
  /** Packages, or what looks like one, in the light now. */
  #passing = 0;
  #blind: 'no' | 'dark' | 'unseeing' = 'no';
  #dark = false;

  constructor(works: Works) {
    this.#works = works;
  }

  get dark(): boolean {
    return this.#dark;
  }

  enter(): void {
    this.#passing += 1;
    this.#settle();
  }

  leave(): void {
    this.#passing -= 1;
    this.#settle();
  }

  goBlind(): void {
    const { kernel, place, values } = this.#works;
    if (this.#blind !== 'no') return;
    this.#blind = kernel.stream(this.#works.address, 'blindness').chance(values.blindReadsDarkShare) ? 'dark' : 'unseeing';
    kernel.record(place, 'beam-blind', { is: true });
    this.#settle();
  }

  clean(): void {
    if (this.#blind === 'no') return;
    this.#blind = 'no';
    this.#works.kernel.record(this.#works.place, 'beam-blind', { is: false });
    this.#settle();
  }

  save(): Saved {
    return { passing: this.#passing, blind: this.#blind, dark: this.#dark };
  }

  restore(saved: Saved): void {
    const state = saved as { passing: number; blind: 'no' | 'dark' | 'unseeing'; dark: boolean };
    this.#passing = state.passing;
    this.#blind = state.blind;
    this.#dark = state.dark;
  }

  #settle(): void {
    const dark = this.#blind === 'dark' || (this.#blind === 'no' && this.#passing > 0);
    if (dark === this.#dark) return;
    this.#dark = dark;
    this.#works.kernel.record(this.#works.place, 'beam', { broken: dark });
    this.#works.changed();
  }
}
