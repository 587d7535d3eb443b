import type { DelaySample } from './LoggedDelay.js';

/**
 * The largest distance between the steps of a sample and a curve (Kolmogorov-Smirnov). Where some had not ended, the steps are those of
 * Kaplan and Meier: each end takes its share of those that were still waited for.
 */
export function curveDistance({ ended, longerThan }: DelaySample, curve: (minutes: number) => number): number {
  const ends = [...ended].sort((a, b) => a - b);
  const leaves = [...longerThan].sort((a, b) => a - b);
  let [waiting, beyond, gone, most] = [ends.length + leaves.length, 1, 0, 0];
  for (const minutes of ends) {
    // Whatever had lasted as long and no longer was still waited for.
    for (; gone < leaves.length && (leaves[gone] as number) < minutes; gone++) waiting -= 1;
    const expected = curve(minutes);
    const before = 1 - beyond;
    beyond *= 1 - 1 / waiting;
    waiting -= 1;
    most = Math.max(most, expected - before, 1 - beyond - expected);
  }
  return most;
}
