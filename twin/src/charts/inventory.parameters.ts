import type { ParameterBlock } from './parameters.js';

/** A machine's inventory as the host keeps it. */
export const inventoryParameters = {
  countOverdueMs: {
    value: 86_400_000,
    unit: 'ms',
    min: 60_000,
    max: 864_000_000,
    says: 'how long an unknown package may wait for its count before that is recorded as overdue',
    source: 'assumption: one day',
  },
} as const satisfies ParameterBlock;
