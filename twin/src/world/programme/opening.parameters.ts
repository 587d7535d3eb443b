import type { ParameterBlock } from '../../charts/parameters.js';

/** Whether a site that was planned ever opens. With what share it does stands at the site. */
export const openingParameters = {
  consultationShare: {
    value: 0.5,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of openings that would fall through and do not, since partners were consulted beforehand',
    source: 'assumption: partners said that consultation makes it likelier, and the study gives no count',
  },
} as const satisfies ParameterBlock;
