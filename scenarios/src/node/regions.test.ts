import { describe, expect, it } from 'vitest';
import { outOfReach } from '../sizing/region/outOfReach.js';
import { listRegions, loadRegion } from './regions.js';

describe('regions that come with dosetwin', () => {
  it('load, and every number in them has a source', () => {
    const { entries, broken } = listRegions();
    expect(broken).toEqual([]);
    expect(entries.map(({ name, places, isHypothetical }) => [name, places, isHypothetical])).toEqual([
      ['interior-bc', 26, true],
      ['northern-ontario', 34, true],
    ]);
  });

  it('count nobody in a First Nation or fly-in community for certain, and say why', () => {
    const read = loadRegion('northern-ontario');
    if ('problems' in read) throw new Error('northern-ontario does not load');
    const named = ['mishkeegogamang', 'moose-factory', 'attawapiskat', 'sandy-lake', 'eabametoong', 'pikangikum'];
    const people = read.region.places.filter(({ id }) => named.includes(id)).map((place) => place.people);
    expect(people.length).toBe(named.length);
    for (const { low, likely, source } of people) {
      expect([low, likely]).toEqual([0, 0]);
      expect(source).toMatch(/^assumption/);
    }
    expect(outOfReach(read.region).withoutTechnician).toEqual([]);
  });

  it('are asked for by name or path, and a name that is none is answered with a near one', () => {
    const problem = (written: string) => {
      const read = loadRegion(written);
      return 'problems' in read ? read.problems[0]?.message : null;
    };
    expect(problem('interior')).toMatch(/'interior' is no region that comes with dosetwin; did you mean interior-bc\?/);
    expect(problem('./nowhere/own.yaml')).toMatch(/does not exist; check the path, or name a region of the library/);
  });
});
