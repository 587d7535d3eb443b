import type { ParameterBlock } from './parameters.js';

/** How long the steps of a restocking take, at the machine. */
export const restockParameters = {
  openDoorMs: {
    value: 20_000,
    unit: 'ms',
    min: 1_000,
    max: 600_000,
    says: 'time from standing at the machine to an open door, when it is restocked',
    source: 'assumption: about twice the pull of a medication cabinet, 10.5 s (S25)',
  },
  takeOutMs: {
    value: 30_000,
    unit: 'ms',
    min: 1_000,
    max: 3_600_000,
    says: 'time to take those packages out of one lane that are past their time',
    source: 'assumption',
  },
  fillMs: {
    value: 60_000,
    unit: 'ms',
    min: 1_000,
    max: 3_600_000,
    says: 'time to fill one lane',
    source: 'assumption: a few packages at 11.5 to 21.3 s each (S25)',
  },
  countMs: {
    value: 30_000,
    unit: 'ms',
    min: 1_000,
    max: 3_600_000,
    says: 'time in which two people count and sign for one lane that was filled, or from which something was taken out',
    source: 'assumption',
  },
  closeDoorMs: {
    value: 15_000,
    unit: 'ms',
    min: 1_000,
    max: 600_000,
    says: 'time to shut and lock the door after restocking',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
