import { expect, it } from 'vitest';
import { knownTruth } from '../simulate/knownTruth.js';
import { JUDGING_FROM, sumOf } from './judgePlans.js';
import { simulateBlock } from './simulateBlocks.js';
import { triedPlan } from './triedPlan.js';

it('[Z13] a plan that somebody thought of is tried in the futures in which a study judges its own', () => {
  const { region, plan } = knownTruth('machines');
  const { judged, reach } = triedPlan(region, plan, { seed: 5, fidelity: 'machines', futures: 16 });
  const block = (from: number) => simulateBlock(region, 5, { plan, fidelity: 'machines', overrides: {}, from });
  expect(judged.totals).toEqual(sumOf([...block(JUDGING_FROM), ...block(JUDGING_FROM + 8)]));
  expect(judged).toMatchObject({ machines: 4, futures: 16, method: 'by hand' });
  expect(reach.sites.map(({ people }) => people)).toEqual([6, 6, 6, 6]);
});
