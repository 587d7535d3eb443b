import type { ParameterBlock } from '../charts/parameters.js';

/** How people find out what to do: in a concise manual, by a call to a person, or by trying. */
export const lookUpParameters = {
  forgottenShare: {
    value: 0.3,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of matters met before that are looked up again',
    source: 'assumption',
  },
  manualAnswersShare: {
    value: 0.8,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of look-ups that a concise manual answers',
    source: 'assumption',
  },
  manualMedianMin: {
    value: 4,
    unit: 'min',
    min: 0.1,
    max: 240,
    says: 'median time of looking something up in a concise manual (lognormal)',
    source: 'assumption: a few pages',
  },
  manualSigma: {
    value: 0.5,
    unit: 'sigma',
    min: 0,
    max: 2,
    says: 'spread of the time of looking something up in a manual',
    source: 'assumption',
  },
  callLeastMin: { value: 3, unit: 'min', min: 0, max: 240, says: 'shortest call to ask what to do', source: 'assumption' },
  callLikelyMin: {
    value: 8,
    unit: 'min',
    min: 0,
    max: 240,
    says: 'likeliest length of a call to ask what to do',
    source: 'assumption',
  },
  callMostMin: { value: 20, unit: 'min', min: 0, max: 240, says: 'longest call to ask what to do', source: 'assumption' },
  aloneMedianMin: {
    value: 30,
    unit: 'min',
    min: 0.1,
    max: 1_440,
    says: 'median time of finding out what to do with nobody to ask and nothing to read (lognormal)',
    source: 'assumption',
  },
  aloneSigma: {
    value: 0.7,
    unit: 'sigma',
    min: 0,
    max: 2,
    says: 'spread of the time of finding out alone',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
