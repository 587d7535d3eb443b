import type { ParameterBlock } from '../charts/parameters.js';

/** The controller's board. */
export const controllerParameters = {
  recordWriteMs: {
    value: 28,
    unit: 'ms',
    min: 1,
    max: 1_000,
    says: "an order's record is written and verified in this time, before the motor may move",
    source: 'assumption: eight bytes at 3.4 ms each (ATmega2560 data sheet), rounded up',
  },
  startMs: {
    value: 100,
    unit: 'ms',
    min: 80,
    max: 5_000,
    says: 'after power came back or a reset, it hears no command and is asked nothing for this time',
    source: 'assumption: the emulated board listens after 44 to 48 ms and is greeted within 15 more; rounded up',
  },
} as const satisfies ParameterBlock;
