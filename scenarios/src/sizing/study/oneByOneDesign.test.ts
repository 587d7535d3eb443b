import { expect, it } from 'vitest';
import { fixed, smallRegion } from '../../../test/smallRegion.js';
import { kmOf } from './kmOf.js';
import { completedPlan, oneByOneDesign } from './oneByOneDesign.js';

it('[Z11] machines stand one by one where each adds most doses: near many people, rather than near as many who live farther off', () => {
  const region = smallRegion({
    ...{ places: 4, peopleEach: 40, days: 7 },
    change: (one) => ({
      ...one,
      places: one.places.map((place, i) => ({ ...place, people: fixed([10, 40, 0, 30][i] as number) })),
      candidates: one.candidates.filter((_, i) => i !== 1),
    }),
  });
  const km = kmOf(region);
  // Of forty in the second place, 14 km from the first and the third, hardly one in a thousand comes; thirty live at the fourth.
  const [first, second] = [1, 2].map((machines) =>
    oneByOneDesign(region, km, machines)?.plan.sites.map(({ candidate }) => candidate),
  );
  expect(first).toEqual(['s3']);
  expect(second).toEqual(['s0', 's3']);
  // One that stands in the third place already has the people of the fourth as its own.
  expect(completedPlan(region, km, { sites: [{ candidate: 's2', machines: 1 }] }, 2)?.sites).toEqual([
    { candidate: 's0', machines: 1 },
    { candidate: 's2', machines: 1 },
  ]);
  expect(oneByOneDesign(region, km, 10)).toBeNull();
});
