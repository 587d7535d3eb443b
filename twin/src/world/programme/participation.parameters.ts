import type { ParameterBlock } from '../../charts/parameters.js';

/** From asking for a place to the first dose, and leaving and coming back. */
export const participationParameters = {
  enrolLeastMin: {
    value: 5,
    unit: 'min',
    min: 0,
    max: 480,
    says: 'shortest time with staff to give a cartridge and register a palm',
    source: 'assumption',
  },
  enrolLikelyMin: {
    value: 15,
    unit: 'min',
    min: 0,
    max: 480,
    says: 'likeliest time with staff to give a cartridge and register a palm',
    source: 'assumption',
  },
  enrolMostMin: {
    value: 40,
    unit: 'min',
    min: 0,
    max: 480,
    says: 'longest time with staff to give a cartridge and register a palm',
    source: 'assumption',
  },
  failureToEnrolShare: {
    value: 0.005,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of attempts at registering a palm that fail (FTE)',
    source: 'assumption: no published rate was found',
  },
  cannotEnrolShare: {
    value: 0.005,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of people whose palm cannot be registered at all, however often it is tried',
    source: 'assumption: the study speaks of difficulties, and counts none',
  },
  leaveShare: {
    value: 0.5,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of those who think of leaving that leave for a pharmacy',
    source: 'assumption: the study says that people left, and not how many',
  },
  returnShare: {
    value: 0.3,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of those who think of coming back that come back',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
