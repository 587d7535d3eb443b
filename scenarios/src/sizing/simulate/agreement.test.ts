import { expect, it } from 'vitest';
import { fixed, oneEach, smallRegion } from '../../../test/smallRegion.js';
import type { Region } from '../region/Region.js';
import { agreement } from './agreement.js';
import { compilePlan } from './compilePlan.js';
import { dailyWays } from './dailyWays.js';
import { future } from './future.js';
import { busyShare, sharesAnything, whyNotMachineByMachine } from './sharing.js';

const modelOf = (region: Region) => compilePlan(region, oneEach(region.places.length), future(region, 3, 0));

it('[Z10] the fidelities agree where little is shared, and the answer says by how much they differ', () => {
  const region = smallRegion({ places: 3, peopleEach: 40, days: 240 });
  const [machines, failures] = agreement(region, oneEach(3), 3, 12);
  expect(machines).toMatchObject({ of: 'machines', against: 'visits', agrees: true, futures: 12 });
  expect(failures).toMatchObject({ of: 'failures', against: 'machines', agrees: true });
  expect(machines?.says).toMatch(/^machine by machine serves −?0\.0\d points of the due doses more than visit by visit/);
});

it('[Z10] machine by machine is refused where many failing machines wait for one technician', () => {
  const failing = (region: Region): Region => ({
    ...region,
    candidates: region.candidates.map((one) => ({ ...one, keyOnSite: fixed(0) })),
    machine: { ...region.machine, failureEveryDays: fixed(2) },
    support: { ...region.support, remoteFix: fixed(0), clearMinutes: fixed(60) },
  });
  const region = smallRegion({ places: 10, peopleEach: 20, days: 60, change: failing });
  const model = modelOf(region);
  expect(sharesAnything(model)).toBe(true);
  expect(busyShare(model)).toBeGreaterThan(1);
  expect(whyNotMachineByMachine(model)).toMatch(
    /^10 machines share the technician, who would be .* for \d+(\.\d)? % of their hours/,
  );
  const [machines] = agreement(region, oneEach(10), 3, 4);
  expect(machines?.agrees).toBe(false);
  expect(machines?.says).toMatch(/^must not be used: 10 machines share the technician/);
  // The measured difference alone forbids it too: waiting for the technician is what they lack.
  expect(machines?.difference.low).toBeGreaterThan(0.05);
});

it('[Z10] a few futures in which two fidelities happen to come near each other are not enough', () => {
  const [, failures] = agreement(smallRegion({ places: 3, peopleEach: 40, days: 240 }), oneEach(3), 3, 2);
  expect(Math.abs(failures?.difference.mean ?? 1)).toBeLessThan(0.01);
  expect(failures?.agrees).toBe(false);
});

it('[Z10] machine by machine is refused for a technician who is much asked for, though doses are hardly lost to it yet', () => {
  const failing = (region: Region): Region => ({
    ...region,
    candidates: region.candidates.map((one) => ({ ...one, keyOnSite: fixed(0) })),
    machine: { ...region.machine, jam: fixed(0), failureEveryDays: fixed(4), partNeeded: fixed(0) },
    support: { ...region.support, remoteFix: fixed(0), clearMinutes: fixed(30) },
  });
  const region = smallRegion({ places: 6, peopleEach: 20, days: 60, change: failing });
  // Three faults in two days, each for 30 minutes and the way there and back, of 40 hours a week.
  const hours = Array.from({ length: 6 }, (_, i) => dailyWays(region).usual.hours[i] as number);
  const asked = hours.reduce((sum, way) => sum + (2 * way * 60 + 30) / 4, 0);
  expect(busyShare(modelOf(region))).toBeCloseTo(asked / ((40 * 60) / 7), 12);
  const [machines] = agreement(region, oneEach(6), 3, 4);
  expect(machines?.difference.high).toBeLessThan(0.01);
  expect(machines?.agrees).toBe(false);
});

it('[Z10] shares nothing without technicians and without people who go on', () => {
  const alone = (region: Region): Region => ({ ...region, support: { ...region.support, technicians: [] } });
  const region = smallRegion({ places: 2, peopleEach: 5, days: 30, change: alone });
  expect(sharesAnything(modelOf(region))).toBe(false);
  expect(whyNotMachineByMachine(modelOf(region))).toBeNull();
});
