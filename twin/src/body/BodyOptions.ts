import type { EngineOf } from '../engine/tableEngineOf.js';
import type { MechanismOptions } from './Mechanism.js';

/** What a simulated body is made from. */
export interface BodyOptions extends MechanismOptions {
  /** What runs the charts; tables, unless it is given. */
  readonly engineOf?: EngineOf;
  /** Called when a signal waits to be polled. */
  readonly onSignal: () => void;
}
