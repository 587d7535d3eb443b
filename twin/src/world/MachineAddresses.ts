/** Where the world's people and parts find a machine's own: level 2, and the hands that reach into the mechanism. */
export interface MachineAddresses {
  /** Hears `PRESENTED {person, cartridge}`. */
  readonly session: string;
  /** Hears `OPEN_DOOR`, `CLOSE_DOOR`, `TAKE`, `FREE {cartridge}`, `CLEAN_BEAM`, `FREE_FLAP`. */
  readonly hands: string;
  /** Hears `COUNTED {cartridge, first, second}`. */
  readonly inventory: string;
  /** Hears `RECOVER {cartridge, frees}`; `null` where nobody can move the machine from afar. */
  readonly recovery: string | null;
}
