import type { Payload } from '../kernel/trace.js';
import type { FaultCause } from '../spec/WorldSpec.js';

/** The hinge between level 2, always the host, and whatever stands below it: charts, firmware, or a real board. */
export interface Body {
  /**
   * Given at the kernel's now, to be taken in the tick that begins at `at_us` or, if that has begun, in the next. Order ids are
   * whole numbers from 1, and rise.
   */
  command(command: Command, at_us: number): void;
  /**
   * The host asks, now, for what was signalled before this instant, which `poll` gives it later. Whether it should ask again at
   * the next instant of its grid although nobody told it of a signal: a wire tells nobody.
   */
  sample(): boolean;
  /** Signals of ticks before `before_us` that have arrived, oldest first; they are then gone. */
  poll(before_us: number): readonly Signal[];
  /** What a person does: hands go to the mechanism, never to the controller. */
  hand(hand: Hand): void;
  fault(fault: { readonly cause: FaultCause; readonly cartridge: number }): void;
  /** What people see who look into the open machine; on a real board a prompt to count. */
  look(cartridge: number): Contents;
  /** A jam of this cartridge yields to its next recovery, because the scenario says so. A real body ignores it. */
  ease(cartridge: number): void;
  /** The supply of the controller and all that it moves goes, comes back, or drops out for an instant; only if simulated. */
  power?(what: PowerChange): void;
  /** Something that only the maker opens is opened, or shut again. Only simulated ones can. */
  tamper?(open: boolean): void;
}

export type PowerChange = 'off' | 'on' | 'reset';

/** One lane as people count it: ever loaded, on the coil now, in the reject bin, in the collection box. */
export interface Contents {
  readonly loaded: number;
  readonly onCoil: number;
  readonly rejected: number;
  readonly inBox: number;
}

/** What level 2 asks for. `cartridge` is 1 to 48. */
export type Command =
  | { readonly name: 'vend'; readonly order: number; readonly cartridge: number }
  | { readonly name: 'recover'; readonly order: number; readonly cartridge: number }
  | { readonly name: 'unlock'; readonly order: number }
  | { readonly name: 'clear'; readonly cartridge: number };

export type SignalName =
  | 'accepted'
  | 'moving'
  | 'dropped'
  | 'recovered'
  | 'jammed'
  | 'refused'
  | 'phase'
  | 'surplus'
  | 'cleared'
  | 'door-opened'
  | 'door-closed'
  | 'flap-opened'
  | 'flap-closed'
  | 'flap-stuck'
  | 'flap-freed'
  | 'supply-low'
  | 'supply-good'
  | 'tamper-opened'
  | 'tamper-closed';

/** What level 1 reports; SPEC H lists the arguments of each name. */
export interface Signal {
  readonly name: SignalName;
  /** Starts of this controller's life, from 1. */
  readonly boot: number;
  /** From 1 in each boot, without a gap. */
  readonly sequence: number;
  /** Milliseconds since this boot. */
  readonly tick: number;
  readonly args: Payload;
}

/** How an order may end without the drop that was asked for. */
export const JAM_MODES = [
  'stall-current',
  'stall-cam',
  'hung-up',
  'misaligned',
  'double-feed',
  'blind-beam',
  'beam-lost',
  'interrupted',
] as const;
export type JamMode = (typeof JAM_MODES)[number];

/** Why a command was not begun. */
export const REFUSALS = [
  'stale-order',
  'busy',
  'door-open',
  'chute-blocked',
  'locked-out',
  'not-jammed',
  'no-such-cartridge',
  'supply-low',
  'memory-worn',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What a person's hands do to the machine. All but `open-door`, `close-door` and `take` need the door open. */
export type Hand =
  | { readonly name: 'open-door' | 'close-door' | 'take' | 'clean-beam' | 'free-flap' | 'empty-box' }
  | { readonly name: 'free'; readonly cartridge: number }
  | { readonly name: 'load' | 'unload'; readonly cartridge: number; readonly packages: number };
