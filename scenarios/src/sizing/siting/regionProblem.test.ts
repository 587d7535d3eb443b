import { expect, it } from 'vitest';
import { aRegion } from '../region/test/aRegion.js';
import { planOf, regionProblem } from './regionProblem.js';

const REGION = `title: Two towns
year: 2027
zone: America/Toronto
people: { each: [0.5, 1, 2] }
travel: { furthest: 30 km }
support: { technicians: { t: { place: harbour, hours: always } } }
`;
const PLACES = `name,id,latitude,longitude,population,people,people low,people high,rate,rate low,rate high
Harbour,harbour,48.4,-89.2,100000,,,,40,20,100
Landing,landing,48.6,-89.9,3000,20,10,60,,,
`;

it('[Z1][Z2] people worked out from a rate are bounded by both of its parts, and their mean is the product of both means', () => {
  const candidates = 'place,setting\nlanding,community\nharbour,housing\n';
  const region = aRegion({ region: REGION, places: PLACES, links: 'from,to,mode,km\nharbour,landing,road,25\n', candidates });
  expect(region.places[0]?.people).toMatchObject({ low: 10, likely: 40, high: 200 });
  expect(region.demand.peopleEach).toMatchObject({ low: 0.5, likely: 1, high: 2 });
  const problem = regionProblem(region, 'median', { machines: 1 });
  expect(problem.people[0]).toBeCloseTo((160 / 3) * (3.5 / 3), 9);
  expect(problem.people[1]).toBe(30);
  // By place and candidate; who is not served counts ten times the farthest way, so that more are served before ways are short.
  expect([...problem.km]).toEqual([25, 0, 0, 25]);
  expect(problem.goal).toEqual({ kind: 'median', furthestKm: 30, unservedKm: 300 });
  expect(planOf(region, [2, 1]).sites).toEqual([
    { candidate: 'harbour-housing', machines: 1 },
    { candidate: 'landing-community', machines: 2 },
  ]);
});
