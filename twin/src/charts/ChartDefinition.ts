import type { AnyStateMachine } from 'xstate';
import type { ParameterBlock } from './parameters.js';

/** A chart with all that an engine and a wiring must know of it; the machine itself stands in a file of its own. */
export interface ChartDefinition {
  /** Also the name of its parameter block: `cartridge`. */
  readonly name: string;
  readonly machine: AnyStateMachine;
  /** Delays (names ending in `Ms`) and limits (all other names), in one block. */
  readonly parameters: ParameterBlock;
  /** Counters, all 0 at the start, saturating at 255. */
  readonly counters: readonly string[];
  /** Arguments that an arriving event may leave behind, and that effects take along. */
  readonly slots: readonly string[];
  /** To whom it may `tell`. */
  readonly roles: readonly string[];
}
