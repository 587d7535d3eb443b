import { quantileOf } from './band.js';
import type { Target } from './Judgement.js';

/** What a measure is at least (or, of kilometres, at most) in the share of futures asked for. */
export function heldBounds(confidence: number, of: Readonly<Record<Target, readonly number[]>>): Record<Target, number> {
  const at = (values: readonly number[], share: number) =>
    quantileOf(
      [...values].sort((a, b) => a - b),
      share,
    );
  return { served: at(of.served, 1 - confidence), reached: at(of.reached, 1 - confidence), meanKm: at(of.meanKm, confidence) };
}
