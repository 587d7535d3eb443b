import type { ParameterBlock } from '../../charts/parameters.js';

/** A dose taken before staff. */
export const witnessParameters = {
  staysLeastMin: {
    value: 3,
    unit: 'min',
    min: 0,
    max: 240,
    says: 'shortest time that staff stay with a person after a witnessed dose',
    source: 'assumption',
  },
  staysLikelyMin: {
    value: 8,
    unit: 'min',
    min: 0,
    max: 240,
    says: 'likeliest time that staff stay with a person after a witnessed dose',
    source: 'assumption',
  },
  staysMostMin: {
    value: 20,
    unit: 'min',
    min: 0,
    max: 240,
    says: 'longest time that staff stay with a person after a witnessed dose',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
