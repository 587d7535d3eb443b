import type { ParameterBlock } from './parameters.js';

/** One person's visit to the machine. How often and when people come is in the block `people`. */
export const personParameters = {
  takesMs: {
    value: 6_000,
    unit: 'ms',
    min: 500,
    max: 60_000,
    says: 'time from the package dropping to a hand in the collection box',
    source: 'assumption: the whole visit, palm to dose, takes up to 15 s (S11)',
  },
  backInLineMs: {
    value: 30_000,
    unit: 'ms',
    min: 0,
    max: 3_600_000,
    says: 'time from hearing that the machine works again to standing in line again',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
