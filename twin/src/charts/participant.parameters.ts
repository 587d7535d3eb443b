import type { ParameterBlock } from './parameters.js';

/** How often something must happen before a person's standing with the programme changes. All of it is assumed. */
export const participantParameters = {
  mostRegistrations: {
    value: 3,
    unit: 'count',
    min: 1,
    max: 20,
    says: 'attempts to register a palm before it is given up',
    source: 'assumption',
  },
  fedUpAfter: {
    value: 3,
    unit: 'count',
    min: 1,
    max: 20,
    says: 'visits in a row that ended without a dose because of the machine, after which a person thinks of leaving',
    source: 'assumption: the study says that people left, and not after how many',
  },
  awayAfter: {
    value: 5,
    unit: 'count',
    min: 1,
    max: 30,
    says: 'windows in a row without a visit after which a person counts as not coming',
    source: 'assumption',
  },
  considersReturnMs: {
    value: 1_209_600_000,
    unit: 'ms',
    min: 60_000,
    max: 31_536_000_000,
    says: 'time after leaving, and after each thought of it, at which a person thinks of coming back',
    source: 'assumption: two weeks',
  },
} as const satisfies ParameterBlock;
