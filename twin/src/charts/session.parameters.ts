import type { ParameterBlock } from './parameters.js';

/** One person's visit to the machine's front, as the host conducts it. */
export const sessionParameters = {
  vendSilenceMs: {
    value: 30_000,
    unit: 'ms',
    min: 10_000,
    max: 600_000,
    says: 'silence of the controller after a vend that counts as an unknown outcome',
    source: 'assumption: beyond the longest motion with its three half turns',
  },
  collectMs: {
    value: 60_000,
    unit: 'ms',
    min: 5_000,
    max: 600_000,
    says: 'how long the flap stays released for the package to be taken',
    source: 'assumption',
  },
  showRefusalMs: {
    value: 4_000,
    unit: 'ms',
    min: 0,
    max: 60_000,
    says: 'how long the screen shows why nothing was given',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
