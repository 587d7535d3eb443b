import type { ParameterBlock } from './parameters.js';

/** Palm matching at the host: what the chart waits for and counts. */
export const palmParameters = {
  maxAttempts: {
    value: 3,
    unit: 'count',
    min: 1,
    max: 10,
    says: 'attempts before the palm is locked out',
    source: 'assumption',
  },
  retryPauseMs: {
    value: 1_500,
    unit: 'ms',
    min: 0,
    max: 30_000,
    says: 'pause between two attempts, for the hand to be lifted and laid down again',
    source: 'assumption',
  },
  showLockOutMs: {
    value: 4_000,
    unit: 'ms',
    min: 0,
    max: 60_000,
    says: 'how long the reader shows that it has locked a palm out, if no other palm comes before',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
