import { expect, it } from 'vitest';
import type { Totals } from '../simulate/Totals.js';
import { type Block, FUTURES_A_BLOCK, type RunBlocks } from './Block.js';
import { improve } from './improve.js';
import { JUDGING_FROM } from './judgePlans.js';
import { Simulations } from './Simulations.js';
import { candidate, tinyRegion } from './test/tinyRegion.js';

/** At each site so many of 1,000 people are reached; `noise` adds or takes some by turns, other sites nothing. */
function runOf(reachedAt: Readonly<Record<string, number>>, seen: Block[]): RunBlocks {
  return (blocks) => {
    seen.push(...blocks);
    const totals = ({ plan, from }: Block) =>
      Array.from({ length: FUTURES_A_BLOCK }, (_, i) => {
        const turn = (from + i) % 2 === 0 ? 1 : -1;
        const reached = plan.sites.reduce(
          (sum, one) => sum + (reachedAt[one.candidate] ?? 0) + (one.candidate === 'noise' ? turn : 0),
          0,
        );
        return { people: 1_000, reached, due: 1, served: 1, came: 1 } as Totals;
      });
    return Promise.resolve(blocks.map(totals));
  };
}

it('[Z11] machines move where the outcome is surely better in the futures of selection, and nowhere else', async () => {
  const region = tinyRegion({
    candidates: ['noise', 'poor', 'good'].map(candidate),
    targets: { served: 0, reached: 0.99, confidence: 0.8 },
  });
  const start = { sites: [{ candidate: 'poor', machines: 1 }] };
  const seen: Block[] = [];
  const better = await improve(region, new Simulations(runOf({ poor: 970, noise: 970, good: 975 }, seen)), 'failures', start);
  expect(better.plan.sites).toEqual([{ candidate: 'good', machines: 1 }]);
  expect(better.improved.moves).toMatchObject([
    { from: 'poor', to: 'good', interval: [expect.closeTo(0.005), expect.closeTo(0.005)] },
  ]);
  expect(seen.every(({ from }) => from < JUDGING_FROM)).toBe(true);
  // Better in most futures of a glance by luck, and not surely so.
  const lucky = await improve(region, new Simulations(runOf({ poor: 970, noise: 970.1, good: 900 }, [])), 'failures', start);
  expect(lucky.plan).toEqual(start);
  expect(lucky.improved).toEqual({ machines: 1, moves: [], tried: 2 });
});
