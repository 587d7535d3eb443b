/** Packages that were loaded together, and when, in microseconds since the start. */
export type Layer = { readonly at_us: number; readonly packages: number };

/** By cartridge, the first loaded first; index 0 is cartridge 1. */
export type LayersState = readonly (readonly Layer[])[];

/**
 * Since when the packages of each lane have been in it. First in, first out: whoever loads puts new packages behind the old ones, and a
 * coil gives those in front. It counts nothing itself: how many remain is told with each question.
 */
export class Layers {
  #lanes: Layer[][];

  /** @param loaded packages at the start; index 0 is cartridge 1 */
  constructor(loaded: readonly number[]) {
    this.#lanes = loaded.map((packages) => (packages > 0 ? [{ at_us: 0, packages }] : []));
  }

  /** @param remaining packages in the lane before these came */
  add(cartridge: number, layer: Layer, remaining: number): void {
    this.trim(cartridge, remaining);
    this.#lanes[cartridge - 1]?.push(layer);
  }

  /** Before a count that may find more or fewer than remain. */
  trim(cartridge: number, remaining: number): void {
    this.#lanes[cartridge - 1] = this.#left(cartridge, remaining);
  }

  /** How many of those that remain were loaded at or before an instant. What nobody declared counts as new. */
  until(cartridge: number, t_us: number, remaining: number): number {
    const old = this.#left(cartridge, remaining).filter(({ at_us }) => at_us <= t_us);
    return old.reduce((sum, { packages }) => sum + packages, 0);
  }

  save(): LayersState {
    return this.#lanes.map((lane) => [...lane]);
  }

  restore(saved: LayersState): void {
    this.#lanes = saved.map((lane) => [...lane]);
  }

  /** The latest layers, down to as many packages as remain. */
  #left(cartridge: number, remaining: number): Layer[] {
    const left: Layer[] = [];
    let room = remaining;
    for (const { at_us, packages } of (this.#lanes[cartridge - 1] ?? []).toReversed()) {
      const kept = Math.min(packages, room);
      if (kept > 0) left.unshift({ at_us, packages: kept });
      room -= kept;
    }
    return left;
  }
}
