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

it('[Z6] people come with the chance that they come at all × exp(-km / how far they come)', () => {
  const apart = (region: Region): Region => ({
    ...region,
    links: [{ a: 'p0', b: 'p1', mode: 'road', km: 14, source: 'assumption' }],
    demand: { ...region.demand, comes: fixed(0.8) },
    travel: { ...region.travel, willingKm: fixed(10) },
    places: region.places.map((place, i) => (i === 0 ? { ...place, people: fixed(0) } : place)),
  });
  const region = smallRegion({ places: 2, peopleEach: 40, days: 300, change: apart });
  const { came, due, travelled_m } = simulate(compilePlan(region, oneEach(1), future(region, 7, 0)), 'visits');
  // 12,000 windows at 0.197: a standard deviation of 0.0036.
  expect(Math.abs(came / due - 0.8 * Math.exp(-1.4))).toBeLessThan(0.015);
  expect(travelled_m).toBe(14_000 * came);
});

it('[Z17] a failure of a machine that stands still makes nothing worse, and nobody who comes is served there', () => {
  const hopeless = (region: Region): Region => ({
    ...region,
    candidates: region.candidates.map((one) => ({ ...one, keyOnSite: fixed(0) })),
    machine: { ...region.machine, failureEveryDays: fixed(0.05), jam: fixed(0), partNeeded: fixed(0) },
    support: { ...region.support, remoteFix: fixed(0), technicians: [] },
    services: { ...region.services, roundFails: fixed(0) },
  });
  const region = smallRegion({ places: 1, peopleEach: 20, days: 70, change: hopeless });
  for (const fidelity of FIDELITIES) {
    const { faults, down_min, served, due } = run(region, 0, fidelity);
    // Failures come twenty times a day, and each week's round clears the one that stopped it.
    expect(faults).toBeGreaterThanOrEqual(9);
    expect(faults).toBeLessThanOrEqual(11);
    expect(down_min / (70 * 1_440)).toBeGreaterThan(0.97);
    expect(served / due).toBeLessThan(0.03);
  }
});

it('[Z20] who goes on finds a package at the other machine, however many were there', () => {
  const away = (region: Region): Region => ({
    ...region,
    links: [{ a: 'p0', b: 'p1', mode: 'road', km: 5, source: 'assumption' }],
    places: region.places.map((place, i) => (i === 1 ? { ...place, people: fixed(0) } : place)),
    candidates: region.candidates.map((one, i) => (i === 0 ? { ...one, week: one.week.map(() => []) } : one)),
    demand: { ...region.demand, anyMachine: fixed(1), comes: fixed(1) },
    machine: { ...region.machine, packages: 1, jam: fixed(0), palmRefused: fixed(0), failureEveryDays: fixed(1e9) },
  });
  const region = smallRegion({ places: 2, peopleEach: 6, days: 30, change: away });
  for (const fidelity of ['visits', 'machines'] as const) {
    // Everybody's own site is closed for good, so that all go on to the other.
    expect(run(region, 0, fidelity)).toMatchObject({ came: 180, served: 180, servedElsewhere: 180 });
  }
});

it('[Z21] from failure to failure many jams of cartridges cost about what they cost machine by machine', () => {
  const jamming = (region: Region): Region => ({
    ...region,
    machine: { ...region.machine, jam: fixed(0.03), jamStopsMachine: fixed(0), failureEveryDays: fixed(1e9) },
  });
  const region = smallRegion({ places: 2, peopleEach: 40, days: 200, change: jamming });
  const mean = (fidelity: Fidelity, of: (totals: Totals) => number) =>
    Array.from({ length: 6 }, (_, index) => of(run(region, index, fidelity))).reduce((sum, one) => sum + one, 0) / 6;
  for (const of of [({ lostToJam, due }: Totals) => lostToJam / due, ({ faults, due }: Totals) => faults / due]) {
    const exact = mean('machines', of);
    expect(exact).toBeGreaterThan(0.02);
    // A jam that joins a ticket waits less than a ticket of its own would take; over many futures that is 16 in 100 of the doses lost.
    expect(Math.abs(mean('failures', of) / exact - 1.08)).toBeLessThan(0.14);
  }
});

it('[Z10] a plan without a machine, and a region without a site, come to nobody served', () => {
  const region = { ...smallRegion({ places: 2, peopleEach: 5, days: 10 }), candidates: [] };
  for (const fidelity of FIDELITIES) {
    expect(simulate(compilePlan(region, oneEach(0), future(region, 1, 0)), fidelity)).toMatchObject({
      people: 10,
      reached: 0,
      due: 0,
    });
  }
});
