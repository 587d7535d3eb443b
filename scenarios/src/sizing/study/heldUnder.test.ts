import { expect, it } from 'vitest';
import { heldUnder } from './heldUnder.js';
import { judgedPlan, judging } from './judgePlans.js';
import { Simulations } from './Simulations.js';
import { tinyRun } from './test/tinyModel.js';
import { tinyRegion } from './test/tinyRegion.js';

it('[Z11] a change is told about the share that a plan was judged to hold in, and a change of nothing changes nothing', async () => {
  const region = tinyRegion();
  const simulations = new Simulations(tinyRun(region, 7));
  const sites = region.candidates.slice(0, 9).map(({ id }) => ({ candidate: id, machines: 1 }));
  const [futures = []] = await simulations.totals([judging({ sites }, 'machines', 256)]);
  const design = { machines: 9, plan: { sites }, method: 'the first', value: 0, bound: null, isOptimal: false };
  const plan = judgedPlan(region, design, futures);
  const trial = { region, simulations, fidelity: 'failures', futures: 24 } as const;
  expect(await heldUnder(trial, plan, {})).toMatchObject({ share: plan.share, interval: [plan.share, plan.share] });
  // Nine sites hold in 91 of 100 futures, eight of them in 80.
  const without = await heldUnder(trial, plan, { 'candidate.site-a.opens': { value: 0 } });
  expect(without.share).toBeLessThan(plan.share);
  expect(without.interval[0]).toBeLessThan(0.8);
  expect(without.interval[1]).toBeGreaterThan(0.8);
  const none = Object.fromEntries(sites.map(({ candidate }) => [`candidate.${candidate}.opens`, { value: 0 }]));
  expect((await heldUnder(trial, plan, none)).share).toBeLessThan(0.1);
});
