import type { ParameterBlock } from './parameters.js';

/** Staff on duty, and the visitors of their site. */
export const shiftParameters = {
  talkMs: {
    value: 300_000,
    unit: 'ms',
    min: 10_000,
    max: 7_200_000,
    says: 'time that staff on duty spend with a visitor who wishes to talk',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
