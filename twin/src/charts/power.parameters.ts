import type { ParameterBlock } from './parameters.js';

/** A machine's mains. */
export const powerParameters = {
  startMs: {
    value: 45_000,
    unit: 'ms',
    min: 1_000,
    max: 3_600_000,
    says: 'time from the return of the mains until the machine has started again',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
