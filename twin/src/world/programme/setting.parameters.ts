import type { ParameterBlock } from '../../charts/parameters.js';

/** What keeps people away from a setting. Each share is of visits that somebody would otherwise have made, and an assumption to be swept. */
export const settingParameters = {
  crowdedShare: {
    value: 0.05,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of visits not made because the place is crowded',
    source: 'assumption: the study names it, and gives no count',
  },
  watchedShare: {
    value: 0.1,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of visits not made because people feel watched',
    source: 'assumption: the study names it, and gives no count',
  },
  policedShare: {
    value: 0.2,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of visits not made because of police nearby',
    source: 'assumption: the study names it, and gives no count',
  },
  medicalShare: {
    value: 0.08,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of visits not made because the place is medical',
    source: 'assumption: the study names it, and gives no count',
  },
  palmShare: {
    value: 0,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of visits not made because a palm is asked for',
    source: 'assumption: nobody; the study names anonymity and privacy, and gives no count',
  },
  anotherProductShare: {
    value: 0.3,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of visits not made because the cartridge holds another product than the one asked for',
    source: 'assumption: the study says that tablets are not enough for some, and gives no count',
  },
  reachKm: {
    value: 2,
    unit: 'km',
    min: 0.01,
    max: 1000,
    says: 'decay of visits with distance from home, exp(-distance/reach)',
    source: 'assumption: 1 to 8 km fit published use of exchanges by distance',
  },
  elsewhereMostKm: {
    value: 5,
    unit: 'km',
    min: 0,
    max: 1000,
    says: 'longest way to another machine when the first cannot serve',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
