import type { ParameterBlock } from '../charts/parameters.js';

/** What becomes of software updates. */
export const updatesParameters = {
  successShare: {
    value: 0.9,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of tries at which an update is applied; otherwise the machine goes back to what was there',
    source: 'assumption',
  },
  nightMin: {
    value: 180,
    unit: 'min',
    min: 0,
    max: 1_439,
    says: "time of day at which a staged update is applied, in minutes since the site's midnight",
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
