import { describe, expect, it } from 'vitest';
import type { SiteFacts } from '../worker/BenchFacts.js';
import { placeSites, type RegionPlan } from './placeSites.js';

const site = (id: string, latitude?: number, longitude?: number): SiteFacts => ({
  id,
  zone: 'America/Toronto',
  chain: [],
  place: latitude === undefined || longitude === undefined ? null : { latitude, longitude },
});

function lengthOf({ places }: RegionPlan, a: string, b: string): number {
  const [from, to] = [a, b].map((id) => places.find((one) => one.site === id));
  return Math.hypot((from?.xKm ?? 0) - (to?.xKm ?? 0), (from?.yKm ?? 0) - (to?.yKm ?? 0));
}

describe('placeSites', () => {
  it('has north above and east to the right, as far apart as on the globe', () => {
    const plan = placeSites([site('south', 46.49, -81), site('north', 48.48, -81.33), site('west', 48.38, -89.25)], []);
    expect(plan.by).toBe('coordinates');
    const [south, north, west] = plan.places;
    expect(north?.yKm).toBeLessThan(south?.yKm ?? 0);
    expect(west?.xKm).toBeLessThan(north?.xKm ?? 0);
    // By the great circle: 222.6 km, 585.2 km.
    expect(lengthOf(plan, 'south', 'north')).toBeCloseTo(222.6, -1);
    expect(Math.abs(lengthOf(plan, 'north', 'west') - 585.2)).toBeLessThan(12);
  });

  it('without coordinates lays sites out so that roads have their lengths, the same every time', () => {
    const roads = [
      { between: ['a', 'b'], km: 120 },
      { between: ['b', 'c'], km: 90 },
      { between: ['a', 'c'], km: 150 },
    ] as const;
    const sites = [site('a'), site('b'), site('c')];
    const plan = placeSites(sites, roads);
    expect(plan.by).toBe('roads');
    for (const { between, km } of roads) expect(Math.abs(lengthOf(plan, between[0], between[1]) - km)).toBeLessThan(km / 20);
    expect(placeSites(sites, roads)).toEqual(plan);
  });

  it('goes by roads as soon as one site has no coordinates, and keeps a site that no road leads to apart', () => {
    const plan = placeSites([site('a', 46, -81), site('b'), site('c')], [{ between: ['a', 'b'], km: 100 }]);
    expect(plan.by).toBe('roads');
    expect(Math.abs(lengthOf(plan, 'a', 'b') - 100)).toBeLessThan(5);
    expect(Math.min(lengthOf(plan, 'a', 'c'), lengthOf(plan, 'b', 'c'))).toBeGreaterThan(40);
  });

  it('says that nothing is to scale where nobody said how far it is', () => {
    const plan = placeSites([site('a'), site('b')], []);
    expect(plan.by).toBe('nothing');
    expect(lengthOf(plan, 'a', 'b')).toBeGreaterThan(0);
    expect(placeSites([], [])).toEqual({ places: [], by: 'nothing' });
  });
});
