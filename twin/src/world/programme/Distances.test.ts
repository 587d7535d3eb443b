import { describe, expect, it } from 'vitest';
import { Distances } from './Distances.js';
import { MIN, town } from './test/ProgrammeBench.js';

const TIMMINS = { latitude: 48.4758, longitude: -81.3305 };
const SUDBURY = { latitude: 46.4917, longitude: -80.993 };
const spec = town([]);
const [house, square] = spec.sites as [(typeof spec.sites)[0], (typeof spec.sites)[0]];
const placed = {
  ...spec,
  sites: [
    { ...house, place: TIMMINS },
    { ...square, place: SUDBURY },
  ],
  roads: [],
};

describe('Distances', () => {
  it('goes by the road that the scenario gives, either way', () => {
    const distances = new Distances({ ...placed, roads: [{ between: [square.id, house.id], km: 290 }] });
    expect([distances.km(house.id, square.id), distances.km(square.id, house.id)]).toEqual([290, 290]);
    expect(distances.km(house.id, house.id)).toBe(0);
  });

  it('otherwise goes as the crow flies times the stated factor: Timmins and Sudbury are 222 km apart by the great circle', () => {
    const crow = new Distances({ ...placed, parameters: { travel: { roadFactor: 1 } } });
    expect(Math.abs((crow.km(TIMMINS, SUDBURY) ?? 0) - 222.1)).toBeLessThan(1);
    expect(new Distances(placed).km(house.id, SUDBURY)).toBeCloseTo(1.3 * (crow.km(TIMMINS, SUDBURY) ?? 0), 9);
  });

  it('is null where nobody said where a place is', () => {
    expect(new Distances({ ...spec, roads: [] }).km(house.id, square.id)).toBeNull();
  });

  it('walks where it is near and rides where it is not', () => {
    const distances = new Distances({ ...spec, parameters: { travel: { walkKmh: 4, walkMostKm: 2, rideKmh: 30, roadKmh: 60 } } });
    expect([distances.walkOrRide_us(2), distances.walkOrRide_us(5), distances.drive_us(90)]).toEqual([
      30 * MIN,
      10 * MIN,
      90 * MIN,
    ]);
  });
});
