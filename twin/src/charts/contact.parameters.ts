import type { ParameterBlock } from './parameters.js';

/** Somebody who comes with a key. How long they travel is in the scenario, how long a call takes in the block `support`. */
export const contactParameters = {
  getsReadyMs: {
    value: 120_000,
    unit: 'ms',
    min: 0,
    max: 7_200_000,
    says: 'time from saying that they come to setting off',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
