import { expect, it } from 'vitest';
import { causeOf } from './causeOf.js';
import type { JudgedPlan } from './Study.js';
import { tinyRegion } from './test/tinyRegion.js';

const NONE = {
  tooFar: 0,
  notOpened: 0,
  full: 0,
  limited: 0,
  machines: 80,
  people: 1_000,
  reached: 600,
  due: 100,
  served: 40,
  came: 80,
};
const LOST = { stayedAway: 0, lostToDown: 0, lostToJam: 0, lostToEmpty: 0, lostToPalm: 0, lostToClosed: 0 };

function cause(totals: Readonly<Record<string, number>>, missed: Partial<JudgedPlan['missed']>) {
  const plan = {
    ...{ machines: 10, futures: 30, held: 20, missed: { served: 0, reached: 0, meanKm: 0, ...missed } },
    totalsOfMissed: { ...NONE, ...LOST, travelled_m: 960_000, ...totals },
  };
  return causeOf(
    tinyRegion({ targets: { served: 0.5, reached: 0.7, meanKm: 5, confidence: 0.8 } }),
    plan as unknown as JudgedPlan,
  );
}

it('[Z14] tells the largest causes of what most futures miss, as they were counted in those that do', () => {
  expect(cause({ notOpened: 240, full: 120, tooFar: 40 }, { reached: 9, served: 3 })).toBe(
    '60 of 100 people are reached in those: the sites near them do not open (60 of 100 of those who are not) and the cartridges within reach are taken (30 of 100 of those who are not); about 2 of the 10 machines do not open',
  );
  expect(cause({ limited: 400, machines: 100 }, { reached: 9 })).toBe(
    '60 of 100 people are reached in those: pharmacies or prescribers can serve no more (100 of 100 of those who are not)',
  );
  expect(cause({ tooFar: 400, machines: 100 }, { reached: 9 })).toMatch(/: they live too far from every site \(100 of 100/);
  expect(cause({ lostToDown: 45, stayedAway: 9, lostToEmpty: 6 }, { served: 9 })).toBe(
    '40 of 100 due doses are got in those: machines are down (75 of 100 doses that are missed) and people do not come every day, the farther the less (15 of 100 doses that are missed)',
  );
  expect(cause({}, { meanKm: 2 })).toBe('people travel 12.0 km on average, and 5 are asked for');
  expect(cause({}, {})).toBe('no future missed a target');
});
