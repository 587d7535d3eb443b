import type { ParameterBlock } from './parameters.js';

/** An override of a locked-out palm by two people: what the chart waits for. Who signs, and when, is in `overrideDesk`. */
export const overrideParameters = {
  overrideWaitMs: {
    value: 600_000,
    unit: 'ms',
    min: 1_000,
    max: 3_600_000,
    says: 'how long whoever is locked out waits for an override by two people',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
