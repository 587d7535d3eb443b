import { expect, it } from 'vitest';
import type { Totals } from '../simulate/Totals.js';
import { FUTURES_A_BLOCK, type RunBlocks } from './Block.js';
import { judgedPlan, judging } from './judgePlans.js';
import { oneAtATime } from './oneAtATime.js';
import { Simulations } from './Simulations.js';
import { tinyRegion } from './test/tinyRegion.js';

/** With the assumption at a quantile, 7 - 4 × quantile machines are enough; nothing set, five are. */
const run: RunBlocks = (blocks) =>
  Promise.resolve(
    blocks.map(({ plan, overrides }) => {
      const set = overrides['demand.comes'];
      const needed = set !== undefined && 'quantile' in set ? 7 - 4 * set.quantile : 5;
      const reached = (plan.sites[0]?.machines ?? 0) >= needed ? 100 : 0;
      return Array.from({ length: FUTURES_A_BLOCK }, () => ({ people: 100, reached, due: 1, served: 1, came: 1 }) as Totals);
    }),
  );

async function effectWith(numbers: readonly number[]) {
  const region = tinyRegion({ targets: { served: 0.5, reached: 0.9, confidence: 0.8 } });
  const simulations = new Simulations(run);
  const plans = await Promise.all(
    numbers.map(async (machines) => {
      const plan = { sites: [{ candidate: 'site-a', machines }] };
      const [futures = []] = await simulations.totals([judging(plan, 'machines', 16)]);
      return judgedPlan(region, { machines, plan, method: '', value: 0, bound: null, isOptimal: false }, futures);
    }),
  );
  const trial = { region, simulations, fidelity: 'failures', futures: 16 } as const;
  const comes = { path: 'demand.comes', kind: 'demand.comes', estimate: region.demand.comes };
  const [effect] = await oneAtATime({ ...trial, plans, place: numbers.indexOf(5) }, [{ name: 'demand.comes', inputs: [comes] }]);
  return effect;
}

it('[Z11] an assumption at its ends is told with the least number that is enough there, and where it turns to more', async () => {
  const effect = await effectWith([3, 4, 5, 6, 7]);
  expect(effect?.low).toMatchObject({ value: 0.8, share: 0, machines: 7 });
  expect(effect?.high).toMatchObject({ value: 1, share: 1, machines: 3 });
  expect(effect?.turnsAt).toMatchObject({ towards: 'low', machines: 7 });
  // The middle of its triangle, 0.9, is the least of which five are enough; a sixteenth of half the way is not looked at.
  expect(effect?.turnsAt?.value).toBeGreaterThan(0.895);
  expect(effect?.turnsAt?.value).toBeLessThan(0.9);
  const short = await effectWith([3, 4, 5, 6]);
  expect(short?.low.machines).toBeNull();
  expect(short?.turnsAt).toMatchObject({ towards: 'low', machines: null });
});
