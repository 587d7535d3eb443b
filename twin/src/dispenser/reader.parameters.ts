import type { ParameterBlock } from '../engine/parameters.js';

/** The palm reader at the host, and the people's palms as it sees them. Terms of ISO/IEC 2382-37 and 19795-1. */
export const readerParameters = {
  captureLeastMs: { value: 1_000, unit: 'ms', min: 100, max: 10_000, says: 'shortest capture of a palm', source: 'S28: 1 to 1.5 s' },
  captureMostMs: { value: 1_500, unit: 'ms', min: 100, max: 20_000, says: 'longest capture of a palm', source: 'S28: 1 to 1.5 s' },
  compareMs: { value: 300, unit: 'ms', min: 1, max: 10_000, says: 'comparison of a probe with a reference', source: 'assumption' },
  failureToAcquireShare: {
    value: 0.01,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'attempts in which no usable sample is acquired (FTA)',
    source: 'assumption (facts, section 8)',
  },
  falseNonMatchShare: {
    value: 0.01,
    unit: 'share',
    min: 0,
    max: 0.999,
    says: 'mean false non-match rate of an attempt over people (FNMR)',
    source: 'S26, S27: vendors say 0.0001 to 0.01',
  },
  falseNonMatchConcentration: {
    value: 20,
    unit: 'count',
    min: 1,
    max: 10_000,
    says: 'how alike people are: concentration of the beta distribution of their false non-match rates',
    source: 'assumption (facts, section 8)',
  },
  falseMatchShare: {
    value: 8e-7,
    unit: 'share',
    min: 1e-9,
    max: 0.1,
    says: 'false match rate of a comparison (FMR); sets the threshold',
    source: 'S26 (vendor)',
  },
  coldFactor: {
    value: 1.5,
    unit: 'count',
    min: 1,
    max: 100,
    says: 'by how much cold hands multiply the false non-match rate',
    source: 'assumption: S31 and S32 conflict, sweep 1 to 3',
  },
  lotionOrDustFactor: {
    value: 1.2,
    unit: 'count',
    min: 1,
    max: 100,
    says: 'by how much lotion or dust multiply the false non-match rate',
    source: 'assumption (facts, section 8); S31: slight loss',
  },
  lockOutMin: {
    value: 15,
    unit: 'min',
    min: 0,
    max: 1_440,
    says: 'how long a locked-out palm stays locked out without an override',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
