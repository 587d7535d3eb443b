import type { ParameterBlock } from './parameters.js';

/** A pharmacy's counter. Its hours are in the scenario, how long each person takes the pharmacist in the block `pharmacy`. */
export const counterParameters = {
  notesMs: {
    value: 60_000,
    unit: 'ms',
    min: 0,
    max: 3_600_000,
    says: 'time to note one person down before the next is served at the counter',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
