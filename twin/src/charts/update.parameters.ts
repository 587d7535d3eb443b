import type { ParameterBlock } from './parameters.js';

/** How a software update comes to a machine. With what chance it succeeds is in the block `updates`. */
export const updateParameters = {
  reachAgainMs: {
    value: 21_600_000,
    unit: 'ms',
    min: 60_000,
    max: 604_800_000,
    says: 'time after which an update that did not reach the machine is offered to it again',
    source: 'assumption',
  },
  downloadMs: {
    value: 1_200_000,
    unit: 'ms',
    min: 1_000,
    max: 86_400_000,
    says: 'time to download an update',
    source: 'assumption',
  },
  applyMs: {
    value: 600_000,
    unit: 'ms',
    min: 1_000,
    max: 86_400_000,
    says: 'time to apply an update and start again; the machine gives nothing meanwhile',
    source: 'assumption',
  },
  rollBackMs: {
    value: 900_000,
    unit: 'ms',
    min: 1_000,
    max: 86_400_000,
    says: 'time to go back to what was there before the update; the machine gives nothing meanwhile',
    source: 'assumption',
  },
  tryAgainMs: {
    value: 86_400_000,
    unit: 'ms',
    min: 60_000,
    max: 2_592_000_000,
    says: 'time after which an update that failed is tried again',
    source: 'assumption',
  },
  mostTries: {
    value: 3,
    unit: 'count',
    min: 1,
    max: 255,
    says: 'tries after which an update is given up',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
