import { describe, expect, it } from 'vitest';
import { answerInWords } from './answerInWords.js';
import { runStudy } from './runStudy.js';
import type { Study } from './Study.js';
import { shuffledRun, tinyRun, tinyTools } from './test/tinyModel.js';
import { tinyRegion } from './test/tinyRegion.js';

const OPTIONS = { seed: 7, precision: 0.05 };

let kept: Promise<Study> | undefined;
/** The study that several tests look at. */
function study(): Promise<Study> {
  const region = tinyRegion();
  kept ??= runStudy(region, tinyTools(region, 7), OPTIONS);
  return kept;
}

describe('a study', () => {
  it('[Z11][Z14] finds the number that a binomial gives, with an interval that holds it, and says why fewer do not do', async () => {
    // Six open machines are needed, each opens with a chance of 0.8: P(6 of 9) = 0.914, P(6 of 8) = 0.797, and 0.85 is asked for.
    const { answer, plans, screened, robustness } = await study();
    expect(answer.machines).toBe(9);
    expect(answer.interval[0]).toBeLessThanOrEqual(9);
    expect(answer.interval[1]).toBeGreaterThanOrEqual(9);
    const nine = plans.find(({ machines }) => machines === 9);
    expect(nine?.interval[0]).toBeLessThan(0.9144);
    expect(nine?.interval[1]).toBeGreaterThan(0.9144);
    expect(answer.sentence).toMatch(
      /^9 machines, .*; with 8 the targets fail in \d+ of 100 futures, because \d+ of 100 people are reached in those: the cartridges within reach are taken \(100 of 100 of those who are not\); about \d(\.5)? of the 8 machines do not open\.$/,
    );
    // Five machines never have cartridges for six machines' people.
    expect(screened.filter(({ isOutOfQuestion }) => isOutOfQuestion).map(({ machines }) => machines)).toEqual([1, 2, 3, 4, 5]);
    expect(robustness?.sites).toHaveLength(9);
    // Without one of its sites it is a plan of eight: 0.797.
    for (const { interval } of robustness?.sites ?? []) expect(interval[1]).toBeGreaterThan(0.75);
  });

  it('[Z4] gives the same digits in whatever order blocks come, and simulates none twice', async () => {
    const region = tinyRegion();
    const counts = new Map<string, number>();
    const one = await study();
    const other = await runStudy(region, tinyTools(region, 7, shuffledRun(tinyRun(region, 7), counts)), OPTIONS);
    expect(other).toEqual(one);
    expect(one.digest).toMatch(/^[0-9a-f]{64}$/);
    expect([...counts.values()].filter((count) => count > 1)).toEqual([]);
  });

  it('says which assumption would change the answer, and at what value', async () => {
    // Of those due, 0.85 must be got; the chance of coming is drawn between 0.8 and 1 with 0.9 in the middle, jams take up to 2 %.
    const region = tinyRegion({ targets: { served: 0.85, reached: 1, confidence: 0.6 } });
    const { robustness } = await runStudy(region, tinyTools(region, 7), OPTIONS);
    const comes = robustness?.factors.find(({ factor }) => factor === 'demand.comes');
    expect(comes?.low.share).toBeLessThan(0.02);
    expect(comes?.turnsAt?.towards).toBe('low');
    // Where 0.99 of those who come are served, the turn is near 0.85 / 0.99.
    expect(comes?.turnsAt?.value).toBeGreaterThan(0.84);
    expect(comes?.turnsAt?.value).toBeLessThan(0.88);
    expect(robustness?.morris[0]?.factor).toBe('demand.comes');
  });

  it('[Z14] says what is impossible, and the nearest that is possible', async () => {
    const far = tinyRegion({ targets: { served: 0.99, reached: 1, confidence: 0.9 } });
    const { answer, plans, screened } = await runStudy(far, tinyTools(far, 7), OPTIONS);
    expect(answer.machines).toBeNull();
    expect(answer.impossible?.kind).toBe('targets');
    expect(answer.sentence).toMatch(
      /^No plan that was found, .*: 99 of 100 due doses got fails most often\. The nearest is \d+ machines, .* 8\d of 100 due doses got\./,
    );
    const ruledOut = screened.map((one) => ({ ...one, isOutOfQuestion: true }));
    expect(answerInWords(far, ruledOut, plans, false).impossible?.what).toBe(
      'No plan of up to 16 machines can hold all targets: 99 of 100 due doses got cannot be had.',
    );
    const poor = tinyRegion({ budget: { costPerYear: 50_000 } });
    const dear = (await runStudy(poor, tinyTools(poor, 7), OPTIONS)).answer;
    expect(dear.machines).toBe(9);
    expect(dear.impossible?.kind).toBe('budget');
    expect(dear.sentence).toContain('The budget allows 50,000 dollars a year, and the targets take 9 machines at 7');
    expect(dear.impossible?.nearest).toMatch(/^Within it, 6 machines hold the targets in \d+ of 100 futures/);
  });
});
