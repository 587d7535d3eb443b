import type { ParameterBlock } from './parameters.js';

/** A contact on rounds. */
export const roundsParameters = {
  settleMs: {
    value: 300_000,
    unit: 'ms',
    min: 1_000,
    max: 3_600_000,
    says: 'time from arriving at a site to looking at its machines',
    source: 'assumption',
  },
  lookAgainMs: {
    value: 900_000,
    unit: 'ms',
    min: 60_000,
    max: 86_400_000,
    says: 'time after which whoever is on rounds looks at the machines again while there',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
