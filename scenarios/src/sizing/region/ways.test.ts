import { describe, expect, it } from 'vitest';
import { outOfReach } from './outOfReach.js';
import { aRegion } from './test/aRegion.js';
import { yearOfWays } from './ways.js';

const THREE = `name,id,latitude,longitude,people
A,a,48.4,-89.2,5
B,b,48.6,-89.9,5
C,c,49.5,-90.5,5
`;
const BASE = 'title: x\nyear: 2027\nzone: America/Toronto\nsupport: { technicians: { t: { place: a, hours: always } } }\n';

describe('ways through the year', () => {
  it('[Z5] are shortest over the links open on that day; nobody flies for a dose, and a technician does', () => {
    const links = 'from,to,mode,km,hours,season\na,b,road,80,,\nb,c,winter-road,130,,15 Jan - 15 Mar\na,c,air,150,,\n';
    const region = aRegion({ region: BASE, places: THREE, links, candidates: 'place,setting\na,housing\n' });
    const { seasons, seasonOfDay, usual } = yearOfWays(region);
    const [summer, winter] = [seasons[seasonOfDay[200] as number], seasons[seasonOfDay[20] as number]];
    expect(summer).toBe(usual);
    expect(winter?.days).toEqual([[15, 74]]);
    expect([summer?.peopleKm[2], winter?.peopleKm[2], winter?.peopleKm[1]]).toEqual([Number.POSITIVE_INFINITY, 210, 80]);
    expect(summer?.technicianKm[2]).toBe(150);
    expect(summer?.hours[2]).toBeCloseTo(0.4 + 150 / 330, 12);
  });

  it('[Z5] a place that no link names has roads as the crow flies times the factor, or none', () => {
    const links = 'from,to,mode,km\na,b,road,80\n';
    const parts = { places: THREE, links, candidates: 'place,setting\na,housing\nc,community\n' };
    const apart = aRegion({ region: BASE, ...parts });
    expect(yearOfWays(apart).usual.peopleKm[2]).toBe(Number.POSITIVE_INFINITY);
    const { usual } = yearOfWays(aRegion({ region: `${BASE}travel: { road-factor: 1.3 }\n`, ...parts }));
    // A to C: 1.1 degrees north, 1.3 degrees west at 49 degrees: 154.9 km on a sphere.
    expect(usual.peopleKm[2]).toBeCloseTo(154.9 * 1.3, 0);
    expect(usual.peopleKm[1]).toBe(80);
  });

  it('[Z5] names who is not reached, on no day or on some, which site nobody can use, and where no technician gets', () => {
    const links = 'from,to,mode,km,season\na,b,winter-road,40,1 Jan - 31 Jan\n';
    const places = `${THREE}D,d,52,-90,0\n`;
    const region = aRegion({ region: BASE, places, links, candidates: 'place,setting\na,housing\nd,health\n' });
    const { never, seasonal, unused, withoutTechnician } = outOfReach(region);
    expect(never.map(({ id }) => id)).toEqual(['c']);
    expect(seasonal.map(({ place, days }) => [place.id, days])).toEqual([['b', 31]]);
    expect(unused.map(({ id }) => id)).toEqual(['d-health']);
    expect(withoutTechnician.map(({ id }) => id)).toEqual(['c', 'd']);
  });
});
