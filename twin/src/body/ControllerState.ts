import type { KernelEvent } from '../kernel/Kernel.js';
import type { Command, Signal } from './hinge.js';
import { AT_REST, type Sampled } from './Sampled.js';

/** A command that waits for its tick. */
interface Waiting {
  readonly command: Command;
  readonly dueTick: number;
}

/** Everything but charts, mailbox and timers, as plain data. */
export interface ControllerState {
  /** Without power it hears, does and says nothing. */
  off: boolean;
  sequence: number;
  bootMs: number;
  /** Until then it hears no command and is asked nothing: it is starting again (SPEC V1). */
  deafUntil_us: number;
  /** The tick for which the kernel will wake us, or `null`. */
  wakeTick: number | null;
  told: { owner: number; event: KernelEvent }[];
  commands: Waiting[];
  signals: Signal[];
  /** The last order of which it was heard that its motor was on, or 0; whoever heard it remembers it through a loss of power. */
  heardMoving: number;
  sampled: Sampled;
  /** The cartridge whose motor is on, or 0. */
  driven: number;
  /** The cartridge that last moved, or 0. */
  lastMoved: number;
}

/** As it stands when power comes. */
export function justStarted(): ControllerState {
  return {
    off: false,
    sequence: 0,
    bootMs: 0,
    deafUntil_us: 0,
    wakeTick: null,
    told: [],
    commands: [],
    signals: [],
    heardMoving: 0,
    sampled: { ...AT_REST },
    driven: 0,
    lastMoved: 0,
  };
}

/** The same, sharing nothing with it. */
export function copyOf(state: ControllerState): ControllerState {
  return {
    ...state,
    told: state.told.map((one) => ({ ...one })),
    commands: state.commands.map(({ command, dueTick }) => ({ command: { ...command }, dueTick })),
    signals: state.signals.map((signal) => ({ ...signal })),
    sampled: { ...state.sampled },
  };
}
