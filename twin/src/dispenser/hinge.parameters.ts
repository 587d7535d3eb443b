import type { ParameterBlock } from '../charts/parameters.js';

/** The host's side of the hinge. */
export const hingeParameters = {
  activePollMs: {
    value: 20,
    unit: 'ms',
    min: 1,
    max: 1_000,
    says: 'poll grid while an order is in flight or the door is open',
    source: 'design: SPEC H4',
  },
  idlePollMs: { value: 1_000, unit: 'ms', min: 1, max: 60_000, says: 'poll grid otherwise', source: 'design: SPEC H4' },
} as const satisfies ParameterBlock;
