import type { ParameterBlock } from './parameters.js';

/** What stops a machine until somebody confirms. */
export const guardParameters = {
  alarmHoldMs: {
    value: 5_000,
    unit: 'ms',
    min: 0,
    max: 600_000,
    says: 'time for which a tamper alarm or a loss of video must last before the machine is stopped',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
