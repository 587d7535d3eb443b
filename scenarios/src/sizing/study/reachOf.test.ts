import { expect, it } from 'vitest';
import { fixed, smallRegion } from '../../../test/smallRegion.js';
import { compilePlan } from '../simulate/compilePlan.js';
import { future } from '../simulate/future.js';
import { reachOf } from './reachOf.js';

it('[Z7] the map tells of the likely people what the simulation does with them', () => {
  const region = smallRegion({
    ...{ places: 4, peopleEach: 30, days: 7 },
    change: (one) => ({
      ...one,
      machine: { ...one.machine, people: 40 },
      travel: { ...one.travel, furthestKm: 20 },
      services: { ...one.services, prescriberPeople: fixed(70) },
    }),
  });
  const plan = { sites: [1, 2].map((i) => ({ candidate: `s${i}`, machines: 1 })) };
  const { places, sites } = reachOf(region, plan);
  // Thirty in each of two places, ten from a neighbour; then prescribers see no more.
  expect(sites.map(({ people }) => people)).toEqual([40, 30]);
  expect(places.map(({ reached }) => reached)).toEqual([10, 30, 30, 0]);
  const { firstPerson, leftOut } = compilePlan(region, plan, future(region, 3, 0));
  expect([...firstPerson]).toEqual([0, 40, 70]);
  expect(leftOut).toEqual({ tooFar: 0, notOpened: 0, full: 20, limited: 30 });
  expect(places[0]?.nearestKm).toBeGreaterThan(10);
  expect(reachOf(region, { sites: plan.sites.slice(1) }).places.map(({ isTooFar }) => isTooFar)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
