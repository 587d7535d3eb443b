import type { Payload } from '../kernel/trace.js';
import type { FaultCause } from '../spec/WorldSpec.js';

/** The hinge between level 2, always the host, and whatever stands below it: charts, firmware, or a real board. */
export interface Body {
  /** Given at the kernel's now, heard in the next tick. Order ids are whole numbers from 1, and rise. */
  command(command: Command): void;
  /** All signals since the last call, oldest first; they are then gone. */
  poll(): readonly Signal[];
  /** What a person does: hands go to the mechanism, never to the controller. */
  hand(hand: Hand): void;
  fault(fault: { readonly cause: FaultCause; readonly cartridge: number }): void;
  /** What people see who look into the open machine; on a real board a prompt to count. */
  look(cartridge: number): Contents;
  /** A jam of this cartridge yields to its next recovery, because the scenario says so. A real body ignores it. */
  ease(cartridge: number): void;
}

/** One lane as people count it: ever loaded, on the coil now, in the reject bin. */
export interface Contents {
  readonly loaded: number;
  readonly onCoil: number;
  readonly rejected: number;
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
  | 'flap-freed';

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
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What a person's hands do to the machine. `free`, `load`, `clean-beam` and `free-flap` need the door open. */
export type Hand =
  | { readonly name: 'open-door' | 'close-door' | 'take' | 'clean-beam' | 'free-flap' }
  | { readonly name: 'free'; readonly cartridge: number }
  | { readonly name: 'load'; readonly cartridge: number; readonly packages: number };
