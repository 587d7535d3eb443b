import { describe, expect, it } from 'vitest';
import { assignPeople, whyLeftOut } from './assignPeople.js';

/** Three places in a row, 10 and 30 km apart. */
const KM = Float64Array.from([0, 10, 40, 10, 0, 30, 40, 30, 0]);
const RULES = { peoplePerMachine: 4, furthestKm: 35, mostPeople: Number.POSITIVE_INFINITY };

describe('who belongs where', () => {
  it('[Z7] is whoever is nearest to a cartridge, in whatever order places stand, and nobody beyond reach', () => {
    const sites = [
      { place: 0, machines: 1 },
      { place: 2, machines: 1 },
    ];
    const { belongings, leftOut, atSite, reached } = assignPeople([3, 3, 2], sites, KM, RULES);
    expect(belongings).toEqual([
      { place: 0, site: 0, people: 3, km: 0 },
      { place: 2, site: 1, people: 2, km: 0 },
      { place: 1, site: 0, people: 1, km: 10 },
      { place: 1, site: 1, people: 2, km: 30 },
    ]);
    expect([[...leftOut], [...atSite], reached]).toEqual([[0, 0, 0], [4, 4], 8]);
    const [near] = assignPeople([9, 0, 9], [{ place: 2, machines: 1 }], KM, { ...RULES, furthestKm: 100 }).belongings;
    expect(near).toEqual({ place: 2, site: 0, people: 4, km: 0 });
    expect(assignPeople([3, 0, 0], [{ place: 2, machines: 1 }], KM, RULES).reached).toBe(0);
  });

  it('[Z14] says why somebody is left out', () => {
    const why = (people: readonly number[], planned: readonly number[], mostPeople = RULES.mostPeople) => {
      const sites = [{ place: 1, machines: 1 }];
      const rules = { ...RULES, furthestKm: 20, mostPeople };
      return whyLeftOut(assignPeople(people, sites, KM, rules), sites, planned, KM, rules);
    };
    const none = { tooFar: 0, notOpened: 0, full: 0, limited: 0 };
    expect(why([1, 3, 2], [1])).toEqual({ ...none, tooFar: 2 });
    expect(why([1, 3, 2], [1, 2])).toEqual({ ...none, notOpened: 2 });
    expect(why([4, 3, 0], [1])).toEqual({ ...none, full: 3 });
    expect(why([0, 3, 0], [1], 2)).toEqual({ ...none, limited: 1 });
  });

  it('[Z7] pharmacies and prescribers limit how many are reached at all', () => {
    const { reached, leftOut } = assignPeople([3, 3, 5], [{ place: 1, machines: 3 }], KM, { ...RULES, mostPeople: 5 });
    expect(reached).toBe(5);
    expect([...leftOut]).toEqual([1, 0, 5]);
  });
});
