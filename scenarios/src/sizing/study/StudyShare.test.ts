import { expect, it } from 'vitest';
import { StudyShare } from './StudyShare.js';

it('a study is never said to be over before it is, however much more is asked for, and never goes back', () => {
  const progress = new StudyShare();
  expect(progress.left(1_000)).toBeNull();
  const shares: number[] = [];
  for (const [step, blocks] of [
    ['screen', []],
    ['agree', []],
    ['site', []],
    ['judge', [300, 500]],
    ['site', []],
    ['improve', [60]],
    ['judge', [2_000]],
    ['robust', [8, 900, 1_100, 6_000]],
  ] as const) {
    progress.begin(step);
    for (const some of [0, ...blocks]) {
      progress.ran(some);
      shares.push(progress.share);
    }
  }
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.slice(-4).map((share) => Math.round(share * 100))).toEqual([50, 72, 92, 100]);
  expect(shares.at(-1)).toBeLessThan(1);
  expect(progress.left(90)).toBeLessThan(1);
});
