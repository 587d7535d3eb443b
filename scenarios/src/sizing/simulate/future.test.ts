import { describe, expect, it } from 'vitest';
import type { Region } from '../region/Region.js';
import { candidate, fixed, place, tinyRegion } from '../study/test/tinyRegion.js';
import { future, triangleQuantile } from './future.js';

const CHANCE = { low: 0.2, likely: 0.5, high: 0.9, source: 'assumption' };

describe('a future', () => {
  it('[Z2] draws one belief once for all sites of which it is held, and another by itself', () => {
    const candidates = [
      { ...candidate('a'), opens: CHANCE },
      { ...candidate('b'), opens: CHANCE },
      { ...candidate('c'), opens: { ...CHANCE, source: 'asked by telephone' } },
    ];
    const chances = (index: number) => {
      const { values } = future(tinyRegion({ candidates }), 7, index);
      return candidates.map(({ id }) => values.get(`candidate.${id}.opens`));
    };
    for (let index = 0; index < 5; index++) {
      const [a, b, c] = chances(index);
      expect(b).toBe(a);
      expect(c).not.toBe(a);
    }
    expect(new Set(Array.from({ length: 5 }, (_, index) => chances(index)[0])).size).toBe(5);
  });

  it('[Z2] works people out of a rate with one number of people for each case everywhere, and a rate of their own', () => {
    const rate = (likely: number) => ({ low: likely / 2, likely, high: 2 * likely, source: `a count of ${likely}` });
    const town = (id: string, likely: number) => ({ ...place(id, 0), population: 1_000_000, rate: rate(likely) });
    const base = tinyRegion();
    const region: Region = {
      ...base,
      places: [town('x', 40), town('y', 60)],
      demand: { ...base.demand, peopleEach: { low: 1, likely: 2, high: 3, source: 'assumption' } },
    };
    const each = Array.from({ length: 40 }, (_, index) => {
      const { values } = future(region, 7, index);
      const [x, y] = ['x', 'y'].map(
        (id) => (values.get(`place.${id}.people`) as number) / (10 * (values.get(`place.${id}.rate`) as number)),
      );
      expect(x).toBeCloseTo(y as number, 1);
      expect(x).toBeCloseTo(values.get('demand.peopleEach') as number, 1);
      return x as number;
    });
    expect(Math.min(...each)).toBeLessThan(1.5);
    expect(Math.max(...each)).toBeGreaterThan(2.5);
  });

  it('[Z2] is the same for everybody else where a site or a place is added', () => {
    const small = tinyRegion();
    const large = tinyRegion({
      candidates: [candidate('new'), ...small.candidates],
      places: [place('hill', 3), ...small.places],
    });
    const [before, after] = [future(small, 7, 3), future(large, 7, 3)];
    for (const [path, value] of before.values) expect(after.values.get(path)).toBe(value);
    expect([...after.open].filter((id) => id !== 'new').sort()).toEqual([...before.open].sort());
  });

  it('[Z3] opens sites one by one as often as their chance says, and an override moves no other draw', () => {
    const region = tinyRegion({ candidates: [candidate('a'), candidate('b')] });
    const seen = Array.from({ length: 2_000 }, (_, index) => future(region, 7, index).open);
    const share = (holds: (open: ReadonlySet<string>) => boolean) => seen.filter(holds).length / seen.length;
    // Four standard deviations of 2,000 draws.
    expect(Math.abs(share((open) => open.has('a')) - 0.8)).toBeLessThan(0.036);
    expect(Math.abs(share((open) => open.has('a') && open.has('b')) - 0.64)).toBeLessThan(0.043);
    const without = future(region, 7, 0, { 'candidate.a.opens': { value: 0 } });
    expect(without.open.has('a')).toBe(false);
    expect(without.open.has('b')).toBe(seen[0]?.has('b'));
    expect(() => future(region, 7, 0, { 'machine.jams': { value: 0 } })).toThrow('no input machine.jams');
  });

  it('[Z2] draws from triangles', () => {
    // Below the likely value lies (likely - low) / (high - low) of a triangle, and its mean is that of its corners.
    expect(triangleQuantile(CHANCE, 3 / 7)).toBeCloseTo(0.5, 12);
    const mean =
      Array.from({ length: 1_000 }, (_, i) => triangleQuantile(CHANCE, (i + 0.5) / 1_000)).reduce((a, b) => a + b, 0) / 1_000;
    expect(mean).toBeCloseTo(1.6 / 3, 4);
    expect([0, 1].map((u) => triangleQuantile(CHANCE, u))).toEqual([0.2, 0.9]);
    expect(triangleQuantile(fixed(4), 0.3)).toBe(4);
  });
});
