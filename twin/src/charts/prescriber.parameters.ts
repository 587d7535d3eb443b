import type { ParameterBlock } from './parameters.js';

/** Somebody who prescribes. Their hours are in the scenario, how long each person takes them in the block `clinic`. */
export const prescriberParameters = {
  writesUpMs: {
    value: 300_000,
    unit: 'ms',
    min: 0,
    max: 7_200_000,
    says: 'time to write up one person before the next is seen',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
