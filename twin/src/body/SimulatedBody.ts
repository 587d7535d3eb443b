import type { Kernel } from '../kernel/Kernel.js';
import type { BodyOptions } from './BodyOptions.js';
import type { Body } from './hinge.js';
import type { LaneTruth } from './Lane.js';

/** A body in a world, whose mechanism is simulated, and open to checkers, who stand outside all levels. */
export interface SimulatedBody extends Body {
  /** Once, at the world's start; not when a checkpoint is taken up. */
  start(): void;
  /** Where every package of a cartridge is. */
  truth(cartridge: number): LaneTruth;
  /** Whether a checkpoint could hold it now: an emulated board can be held only while it sleeps. */
  readonly isStill: boolean;
}

/** Makes the body of one machine. It registers its components with the kernel under `MACHINE/…`, levels 0 and 1. */
export type BodyOf = (kernel: Kernel, options: BodyOptions) => SimulatedBody;
