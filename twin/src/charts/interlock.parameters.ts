import type { ParameterBlock } from './parameters.js';

/** Door, chute flap and the beam at rest. */
export const interlockParameters = {
  boltTimeoutMs: {
    value: 500,
    unit: 'ms',
    min: 20,
    max: 5_000,
    says: "the chute flap's bolt must be back this soon after its release",
    source: 'assumption',
  },
  flapUnlockedMs: {
    value: 55_000,
    unit: 'ms',
    min: 2_000,
    max: 600_000,
    says: 'a flap that nobody opens is locked again after',
    source: 'assumption: sooner than the session gives up, so that nothing is taken after it',
  },
  beamClearMs: {
    value: 500,
    unit: 'ms',
    min: 50,
    max: 5_000,
    says: 'a beam that stays dark this long outside a motion is blind; a shorter break was a package',
    source: 'assumption: a package darkens it for 10 to 40 ms',
  },
} as const satisfies ParameterBlock;
