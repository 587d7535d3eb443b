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
  wireMs: {
    value: 20,
    unit: 'ms',
    min: 20,
    max: 1_000,
    says: 'a command is taken this long after it was given, and a signal told this long after the poll that asked for it',
    source: 'design: a poll and a command at 115,200 baud take 15 ms together; the same on every body, so that all agree',
  },
} as const satisfies ParameterBlock;
