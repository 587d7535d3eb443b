import { expect, it } from 'vitest';
import { Simulations } from './Simulations.js';
import { tinyRun } from './test/tinyModel.js';
import { tinyRegion } from './test/tinyRegion.js';

it('[Z4] the digest is of what was simulated, whatever was asked for first, and of nothing else', async () => {
  const region = tinyRegion();
  const plan = (candidate: string) =>
    ({ plan: { sites: [{ candidate, machines: 1 }] }, fidelity: 'machines', from: 0, count: 16 }) as const;
  const digestOf = async (...asked: readonly string[]) => {
    const simulations = new Simulations(tinyRun(region, 7));
    for (const one of asked) await simulations.totals([plan(one)]);
    return simulations.digest();
  };
  const both = await digestOf('site-a', 'site-b');
  expect(await digestOf('site-b', 'site-a', 'site-b')).toBe(both);
  expect(await digestOf('site-a', 'site-c')).not.toBe(both);
  const other = new Simulations(tinyRun(region, 8));
  await other.totals(['site-a', 'site-b'].map(plan));
  expect(other.digest()).not.toBe(both);
});
