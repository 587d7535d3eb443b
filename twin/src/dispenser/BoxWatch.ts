/** What the host knows of the collection box. Plain data. */
export interface BoxWatchState {
  /** A package that belongs to nobody cannot be ruled out. */
  inDoubt: boolean;
  /** Somebody has emptied the box since, and said so. */
  emptied: boolean;
  /** The cartridge that recovered last, while nothing was vended since: the diverter stands to the reject bin. 0: to the box. */
  toReject: number;
  /** The cartridge of which an order ended with the beam never broken, while no drop was seen since; 0 for none. */
  unseen: number;
}

/** Ends of a vend after which a package may lie in the box: a coil may stall after its drop was seen. */
const LEAVES_DOUBT: readonly string[] = [
  'double-feed',
  'beam-lost',
  'interrupted',
  'stall-current',
  'stall-cam',
  'silence',
  'chute-blocked',
  'not-taken',
];

/**
 * Reasons from signals alone whether something may lie in the collection box that belongs to nobody (SPEC H10). The beam is
 * believed when it says that nothing fell, until it says so of two cartridges in a row: then it may be blind.
 */
export class BoxWatch {
  #state: BoxWatchState = { inDoubt: false, emptied: false, toReject: 0, unseen: 0 };

  get inDoubt(): boolean {
    return this.#state.inDoubt;
  }

  /** A motion begins, and with it the diverter stands where this kind of motion wants it. */
  moves(cartridge: number, recovery: boolean): void {
    this.#state.toReject = recovery ? cartridge : 0;
  }

  seen(): void {
    this.#state.unseen = 0;
  }

  /** A vend, or the taking of what it gave, ended like this; whether that leaves a doubt. */
  ended(cartridge: number, mode: string): boolean {
    const { unseen } = this.#state;
    this.#state.unseen = mode === 'hung-up' ? cartridge : 0;
    const beamMayBeBlind = mode === 'hung-up' && unseen !== 0 && unseen !== cartridge;
    return beamMayBeBlind || LEAVES_DOUBT.includes(mode) ? this.#doubt() : false;
  }

  /** A package fell outside an order; where nothing has moved (0) none can have. Whether that leaves a doubt. */
  surplus(cartridge: number): boolean {
    this.#state.unseen = 0;
    return cartridge === 0 || cartridge === this.#state.toReject ? false : this.#doubt();
  }

  empties(): void {
    this.#state.emptied = true;
  }

  /** The door was shut. Whether a doubt ends with it. */
  doorShut(): boolean {
    const { inDoubt, emptied } = this.#state;
    this.#state.emptied = false;
    if (!inDoubt || !emptied) return false;
    this.#state.inDoubt = false;
    this.#state.unseen = 0;
    return true;
  }

  save(): BoxWatchState {
    return { ...this.#state };
  }

  restore(state: BoxWatchState): void {
    this.#state = { ...state };
  }

  /** What was emptied before is not what fell now. */
  #doubt(): true {
    this.#state.inDoubt = true;
    this.#state.emptied = false;
    return true;
  }
}
