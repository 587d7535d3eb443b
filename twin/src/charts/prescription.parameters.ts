import type { ParameterBlock } from './parameters.js';

/** One prescription. How long it lasts is in the scenario, how long before its end a renewal is asked for in the block `term`. */
export const prescriptionParameters = {
  graceMs: {
    value: 0,
    unit: 'ms',
    min: 0,
    max: 1_209_600_000,
    says: 'how long after its end a prescription is still honoured while its renewal is waited for',
    source: 'assumption: not at all',
  },
} as const satisfies ParameterBlock;
