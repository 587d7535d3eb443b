import type { ParameterBlock } from '@dosetwin/twin';

/** How far firmware may be from the model that runs beside it before that is said. */
export const shadowParameters = {
  lateMs: {
    value: 100,
    unit: 'ms',
    min: 0,
    max: 5_000,
    says: 'the drop beam broke at most this much later or earlier after the motor started than in the model; polls are 20 ms apart',
    source: 'assumption',
  },
  motionMs: {
    value: 150,
    unit: 'ms',
    min: 0,
    max: 5_000,
    says: 'a motion that ended with a drop took at most this much longer or less long',
    source: 'assumption',
  },
  currentShare: {
    value: 0.25,
    unit: 'share',
    min: 0,
    max: 10,
    says: "the motor took at most this share more than the model's, on average once it was up to speed",
    source: 'assumption',
  },
  upToSpeedMs: {
    value: 400,
    unit: 'ms',
    min: 0,
    max: 5_000,
    says: 'a motor is up to speed this long after its start',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
