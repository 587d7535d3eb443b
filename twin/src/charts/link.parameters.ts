import type { ParameterBlock } from './parameters.js';

/** A machine's link to the outside world. */
export const linkParameters = {
  lossNoticedMs: {
    value: 60_000,
    unit: 'ms',
    min: 1_000,
    max: 3_600_000,
    says: 'silence after which the link counts as lost',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
