import type { Totals } from '../simulate/Totals.js';
import { TOTALS_NAMES } from './totalsNames.js';

/** A future's totals as a row of numbers, in the order of `TOTALS_NAMES`: how they are kept and sent. */
export function totalsRow(totals: Totals): number[] {
  return TOTALS_NAMES.map((name) => totals[name]);
}

export function totalsOfRow(row: readonly number[]): Totals {
  return Object.fromEntries(TOTALS_NAMES.map((name, i) => [name, row[i]])) as unknown as Totals;
}
