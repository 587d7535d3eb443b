import type { ParameterBlock } from '../charts/parameters.js';

/** The host's check of a prescription. */
export const authoriserParameters = {
  answerMs: { value: 400, unit: 'ms', min: 1, max: 60_000, says: 'time to check a prescription', source: 'assumption' },
  earlyGraceMin: {
    value: 0,
    unit: 'min',
    min: 0,
    max: 240,
    says: 'how long before a window opens a dose may be given',
    source: 'assumption',
  },
  lateGraceMin: {
    value: 0,
    unit: 'min',
    min: 0,
    max: 240,
    says: 'how long after a window closes a dose may be given',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
