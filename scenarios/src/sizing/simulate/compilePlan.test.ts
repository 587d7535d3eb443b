import { describe, expect, it } from 'vitest';
import { fixed, oneEach, smallRegion } from '../../../test/smallRegion.js';
import type { Region } from '../region/Region.js';
import { compilePlan } from './compilePlan.js';
import { dailyWays } from './dailyWays.js';
import { future } from './future.js';
import { OtherMachines } from './OtherMachines.js';
import { regionTables } from './RegionTables.js';
import { simulate } from './simulate.js';

const model = (region: Region, machines: number) => compilePlan(region, oneEach(machines), future(region, 3, 0));

describe('a plan in a future', () => {
  it('[Z7] reaches nobody beyond the farthest way, nor more than pharmacies serve, and says why', () => {
    // Places some 14 km apart, a machine in the first.
    const near = (furthestKm: number) =>
      smallRegion({ places: 4, peopleEach: 10, days: 7, change: (one) => ({ ...one, travel: { ...one.travel, furthestKm } }) });
    expect(model(near(20), 1)).toMatchObject({ people: 40, leftOut: { tooFar: 20, notOpened: 0, full: 0, limited: 0 } });
    expect(model(near(50), 1).leftOut.tooFar).toBe(0);
    const served = smallRegion({
      places: 2,
      peopleEach: 10,
      days: 7,
      change: (one) => ({ ...one, services: { ...one.services, pharmacyPeople: fixed(13), prescriberPeople: fixed(30) } }),
    });
    expect(model(served, 2)).toMatchObject({ firstPerson: Int32Array.from([0, 10, 13]), leftOut: { limited: 7 } });
  });

  it('[Z8] who goes on finds other machines within reach of home, the nearest first, and never their own', () => {
    const region = smallRegion({
      places: 4,
      peopleEach: 10,
      days: 7,
      change: (one) => ({ ...one, travel: { ...one.travel, furthestKm: 20 } }),
    });
    const others = new OtherMachines(model(region, 4));
    expect([0, 1, 3].map((own) => others.of(0, own, own).map(({ machine }) => machine))).toEqual([[1], [0, 2], [2]]);
  });

  it('[Z5] has the ways of the season of each day', () => {
    const region = smallRegion({
      ...{ places: 2, peopleEach: 1, days: 400 },
      change: (one) => ({
        ...one,
        links: [{ a: 'p0', b: 'p1', mode: 'winter-road', km: 9, season: { from: 10, to: 40 }, source: 'assumption' }],
        travel: { ...one.travel, roadFactor: 1 },
      }),
    });
    const { seasonOn, seasons } = dailyWays(region);
    const kmOn = (day: number) => seasons[seasonOn[day] as number]?.peopleKm[1];
    // Day 0 is 1 January; the year after begins with day 365.
    expect([8, 9, 39, 40, 365 + 8, 365 + 9].map(kmOn)).toEqual([Infinity, 9, 9, Infinity, Infinity, 9]);
  });

  it('[Z19] orders machines by the clocks of their places', () => {
    const region = smallRegion({
      places: 2,
      peopleEach: 1,
      days: 7,
      change: (one) => ({
        ...one,
        places: one.places.map((place, i) => (i === 1 ? { ...place, zone: 'America/Winnipeg' } : place)),
      }),
    });
    expect(regionTables(region).sites.map(({ shift }) => shift)).toEqual([0, 60]);
  });

  it('[Z10] costs what its open sites cost for as long as it is simulated, and takes the time of staff that doses, faults and rounds do', () => {
    const region = smallRegion({
      places: 2,
      peopleEach: 10,
      days: 73,
      change: (one) => ({ ...one, machine: { ...one.machine, jam: fixed(0), failureEveryDays: fixed(1e9) } }),
    });
    const totals = simulate(model(region, 2), 'visits');
    // A fifth of a year of two sites; two minutes a dose, and a round of 45 minutes each week, from the first to the tenth.
    expect(totals.cost).toBe((2 * 35_000) / 5);
    const rounds = (totals.staff_min - 2 * totals.served) / 45;
    expect(Number.isInteger(rounds)).toBe(true);
    expect(Math.abs(rounds - 2 * (73 / 7))).toBeLessThan(2);
  });
});
