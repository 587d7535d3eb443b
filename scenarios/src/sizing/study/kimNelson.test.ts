import { RandomStream } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { kimNelson } from './kimNelson.js';

const OPTIONS = { indifference: 1, alpha: 0.05, first: 3, step: 1, limit: 3 };

/** Designs whose worth is listed future by future; those not listed are worth 0. */
function choose(worths: readonly (readonly number[])[], changes: Partial<typeof OPTIONS> = {}) {
  const observe = (designs: readonly number[], from: number, count: number) =>
    Promise.resolve(designs.map((i) => Array.from({ length: count }, (_, k) => worths[i]?.[from + k] ?? 0)));
  return kimNelson({ ...OPTIONS, ...changes, designs: worths.length, observe });
}

describe('choosing the best of several designs', () => {
  it('[Z13] leaves a design out exactly where Kim and Nelson do', async () => {
    // Of two: eta = (0.1^-1 - 1) / 2 = 4.5 and h2 = 18, so that after 3 futures with a variance of 1 the slack is (18 - 3) / 6 = 2.5.
    const aboutThree = (mean: number) => [mean - 1, mean, mean + 1];
    expect(await choose([[], aboutThree(2.49)])).toMatchObject({ best: 1, isSure: false, futures: 3 });
    expect(await choose([[], aboutThree(2.51)])).toMatchObject({ best: 1, isSure: true, futures: 3 });
    // Of three: eta = (0.05^-1 - 1) / 2 = 9.5, h2 = 38, and the slack is 35 / 6 = 5.83.
    expect(await choose([[], aboutThree(5.8), []])).toMatchObject({ isSure: false });
    expect(await choose([[], aboutThree(5.9), []])).toMatchObject({ best: 1, isSure: true });
  });

  it('[Z13] looks no further at what was left out, and keeps the first of two that do the same', async () => {
    const noisy = (mean: number) => Array.from({ length: 40 }, (_, i) => mean + (i % 2) * 2);
    const found = await choose([noisy(0), noisy(9), noisy(9)], { limit: 40 });
    expect(found).toMatchObject({ best: 1, isSure: true });
    expect(found.futuresBy[0]).toBe(3);
    expect((await choose([[5]])).futures).toBe(0);
  });

  it('[Z13] chooses the best in 95 of 100 studies where it is better by just the indifference', async () => {
    let right = 0;
    for (let study = 0; study < 200; study++) {
      const streams = [0, 1, 2].map((i) => new RandomStream(study, `design ${i}`, 'worth'));
      const worths = streams.map((stream, i) => Array.from({ length: 400 }, () => stream.normal(i === 2 ? 1 : 0, 2)));
      if ((await choose(worths, { first: 10, step: 4, limit: 398 })).best === 2) right++;
    }
    expect(right).toBeGreaterThanOrEqual(186);
  });
});
