import type { ParameterBlock } from '../../charts/parameters.js';

/** Other prescriptions of a person, which wait at a pharmacy. */
export const othersParameters = {
  withDoseShare: {
    value: 0.95,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of other prescriptions collected on a visit for a dose to a machine at a pharmacy',
    source: 'assumption',
  },
  apartShare: {
    value: 0.6,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of other prescriptions fetched on a way of their own, when the dose is had elsewhere',
    source: 'assumption: the study asks whether people would, and gives no count',
  },
  graceD: {
    value: 2,
    unit: 'd',
    min: 0,
    max: 30,
    says: 'how long they lie ready before they count as not collected',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
