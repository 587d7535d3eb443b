import type { ParameterBlock } from '../charts/parameters.js';

/** An override of a locked-out palm by two people. */
export const overrideDeskParameters = {
  firstLeastMin: { value: 1, unit: 'min', min: 0, max: 120, says: 'shortest time to the first signature', source: 'assumption' },
  firstLikelyMin: {
    value: 3,
    unit: 'min',
    min: 0,
    max: 120,
    says: 'likeliest time to the first signature',
    source: 'assumption',
  },
  firstMostMin: { value: 6, unit: 'min', min: 0, max: 240, says: 'longest time to the first signature', source: 'assumption' },
  secondLeastMin: {
    value: 1,
    unit: 'min',
    min: 0,
    max: 120,
    says: 'shortest time from first to second signature',
    source: 'assumption',
  },
  secondLikelyMin: {
    value: 4,
    unit: 'min',
    min: 0,
    max: 120,
    says: 'likeliest time from first to second signature',
    source: 'assumption',
  },
  secondMostMin: {
    value: 10,
    unit: 'min',
    min: 0,
    max: 240,
    says: 'longest time from first to second signature',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
