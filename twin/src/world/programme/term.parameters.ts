import type { ParameterBlock } from '../../charts/parameters.js';

/** When a prescription is renewed, and the screens that some places ask for. */
export const termParameters = {
  renewAheadD: {
    value: 3,
    unit: 'd',
    min: 0,
    max: 60,
    says: 'how long before its end a renewal is asked for',
    source: 'assumption',
  },
  screenMissedShare: {
    value: 0.1,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of the screens asked for that are not given',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
