import type { ParameterBlock } from '../../charts/parameters.js';

/** Ways between places. */
export const travelParameters = {
  roadFactor: {
    value: 1.3,
    unit: 'count',
    min: 1,
    max: 5,
    says: 'kilometres of road for each kilometre as the crow flies, where no road is given',
    source: 'assumption',
  },
  roadKmh: {
    value: 80,
    unit: 'km/h',
    min: 1,
    max: 200,
    says: 'speed on the road',
    source: 'assumption: 65 km/h in winter',
  },
  driveLeastFactor: {
    value: 0.9,
    unit: 'count',
    min: 0.1,
    max: 1,
    says: 'shortest drive, as a part of the usual one',
    source: 'assumption',
  },
  driveMostFactor: {
    value: 1.4,
    unit: 'count',
    min: 1,
    max: 10,
    says: 'longest drive, as a multiple of the usual one',
    source: 'assumption: weather, roadworks',
  },
  walkKmh: {
    value: 4.5,
    unit: 'km/h',
    min: 1,
    max: 10,
    says: 'speed on foot',
    source: 'assumption',
  },
  walkMostKm: {
    value: 3,
    unit: 'km',
    min: 0,
    max: 50,
    says: 'longest way that people walk; beyond it they ride',
    source: 'assumption',
  },
  rideKmh: {
    value: 25,
    unit: 'km/h',
    min: 1,
    max: 120,
    says: 'speed of people who ride, waiting for the bus included',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
