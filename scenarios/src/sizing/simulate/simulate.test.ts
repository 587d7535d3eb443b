import { expect, it } from 'vitest';
import { between, fixed, oneEach, smallRegion, WEEKDAYS_9_TO_17 } from '../../../test/smallRegion.js';
import type { Region } from '../region/Region.js';
import { compilePlan } from './compilePlan.js';
import { future } from './future.js';
import { FIDELITIES, type Fidelity, simulate } from './simulate.js';
import type { Totals } from './Totals.js';

/** Each machine has a technician of its own in effect: faults are cleared from afar or by somebody with a key on site. */
const nothingShared = (region: Region): Region => ({
  ...region,
  candidates: region.candidates.map((one) => ({ ...one, keyOnSite: fixed(1) })),
  services: { ...region.services, roundFails: fixed(0.1) },
  demand: { ...region.demand, dosesPerDay: 2, comes: between(0.5, 0.85, 0.95) },
  machine: { ...region.machine, failureEveryDays: between(5, 10, 20), jam: fixed(0.01), palmRefused: fixed(0.02) },
});

const run = (region: Region, index: number, fidelity: Fidelity): Totals =>
  simulate(compilePlan(region, oneEach(region.places.length), future(region, 7, index)), fidelity);

it('[Z10] machine by machine equals visit by visit digit for digit where nothing is shared', () => {
  const region = smallRegion({ places: 4, peopleEach: 30, days: 120, change: nothingShared });
  for (let index = 0; index < 4; index++) {
    const exact = run(region, index, 'visits');
    expect(run(region, index, 'machines')).toEqual(exact);
    for (const lost of ['lostToDown', 'lostToJam', 'lostToEmpty', 'lostToPalm'] as const) expect(exact[lost]).toBeGreaterThan(0);
  }
});

it('[Z8] nobody is lost to a closed site on days on which it opens, and everybody on others', () => {
  const weekdays = (region: Region): Region => ({
    ...region,
    candidates: region.candidates.map((one) => ({ ...one, week: WEEKDAYS_9_TO_17 })),
    demand: { ...region.demand, comes: fixed(1) },
  });
  // 1 January 2026 is a Thursday: 56 days hold eight weekends.
  const region = smallRegion({ places: 1, peopleEach: 10, days: 56, change: weekdays });
  for (const fidelity of FIDELITIES) expect(run(region, 0, fidelity).lostToClosed).toBe(8 * 2 * 10);
});

it('[Z8] who came was served or left without, by cause', () => {
  const region = smallRegion({ places: 3, peopleEach: 40, days: 90 });
  const one = run(region, 1, 'visits');
  const { lostToClosed, lostToDown, lostToEmpty, lostToJam, lostToPalm } = one;
  expect(one.served + lostToClosed + lostToDown + lostToEmpty + lostToJam + lostToPalm).toBe(one.came);
  expect(one.came + one.stayedAway).toBe(one.due);
  expect(one.reached + one.tooFar + one.notOpened + one.full + one.limited).toBe(one.people);
  expect(one.due).toBe(90 * one.reached);
});
