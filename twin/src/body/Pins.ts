/** What a controller can sense of a mechanism: levels, which it samples (SPEC H1). */
export interface Pins {
  /** The supply is too low for a motor. */
  readonly supplyLow: boolean;
  readonly doorOpen: boolean;
  /** Something was opened that only the maker opens. */
  readonly tampered: boolean;
  readonly flapOpen: boolean;
  /** The bolt of the chute flap is back: the flap can be opened. */
  readonly boltBack: boolean;
  readonly beamDark: boolean;
  /** The motor's current is above the stall limit. */
  readonly currentHigh: boolean;
  camClosed(cartridge: number): boolean;
}

/** What a controller can move: events for the mechanism's address. One motor turns at a time. */
export type Actuation =
  | { readonly type: 'MOTOR'; readonly cartridge: number; readonly on: boolean }
  | { readonly type: 'DIVERTER'; readonly to: 'box' | 'reject' }
  | { readonly type: 'BOLT'; readonly to: 'back' | 'out' };

/** Pins with somebody behind them: a simulated mechanism, or the lines of a real one. */
export interface ControlledPins extends Pins {
  /** Calls `watcher` whenever a pin has changed; it should only take note, and look later. */
  watch(watcher: () => void): void;
  /** Takes hold at `at_us`, now or later, or as soon as a wire has carried it. */
  actuate(actuation: Actuation, at_us: number): void;
}
