import type { Totals } from '../src/sizing/simulate/Totals.js';

/**
 * The sizing's model written out by hand, without charts: what a loop over typed arrays can reach at most. For sites that are open day
 * and night, one season and people who keep to their machine; the same draws, so that it comes to the same counts.
 */
export type ByHand = Pick<Totals, 'came' | 'served' | 'lostToDown' | 'lostToJam' | 'lostToEmpty' | 'lostToPalm'>;
