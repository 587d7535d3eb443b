import { DigitsDiffer } from '@dosetwin/scenarios';
import { BusFault } from '@dosetwin/scenarios/node/spread/BusFault';
import { Exit } from '../Exit.js';
import { Refusal } from '../Refusal.js';

/** A fault of the bus, or of who is on it, as a refusal; anything else as it is. */
export function refusalOf(error: unknown): unknown {
  if (error instanceof DigitsDiffer) return new Refusal(Exit.environment, error.message);
  if (!(error instanceof BusFault)) return error;
  return new Refusal(error.kind === 'address' ? Exit.badInput : Exit.environment, error.message);
}
