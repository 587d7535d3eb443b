import { RandomStream } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { type FittedDelay, fitDelay } from './fitDelay.js';
import type { LoggedDelay } from './LoggedDelay.js';

const N = 400;

function drawn(count: number, draw: (stream: RandomStream) => number, purpose = 'a log'): number[] {
  const stream = new RandomStream(11, 'test', purpose);
  return Array.from({ length: count }, () => draw(stream));
}

/** Each ended while it was seen. */
const ended = (minutes: readonly number[]): LoggedDelay[] =>
  minutes.map((one) => ({ minutes: one, hasEnded: true, seenMin: Number.POSITIVE_INFINITY }));

/** Seen for so long and no longer. */
const seenFor = (seenMin: number, minutes: readonly number[]): LoggedDelay[] =>
  minutes.map((one) => ({ minutes: Math.min(one, seenMin), hasEnded: one <= seenMin, seenMin }));

function fitted(minutes: readonly number[], lessMin = 0): FittedDelay {
  return fittedOf(ended(minutes), lessMin);
}

function fittedOf(delays: readonly LoggedDelay[], lessMin = 0): FittedDelay {
  const fit = fitDelay('test', delays, lessMin, delays.some(({ hasEnded }) => !hasEnded) ? 100 : 200);
  if (typeof fit === 'string') throw new Error(fit);
  return fit;
}

function figure(fit: FittedDelay, family: string, name: string) {
  const found = fit.families.find((one) => one.name === family)?.figures.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name} of ${family}`);
  return found;
}

describe('fitDelay', () => {
  it('finds the mean of an exponential again, within three standard errors', () => {
    const fit = fitted(drawn(N, (stream) => stream.exponential(40)));
    const mean = figure(fit, 'exponential', 'mean');
    expect(fit.chosen).toBe('exponential');
    expect(Math.abs(mean.value - 40)).toBeLessThan((3 * 40) / Math.sqrt(N));
    // The interval is about as wide as theory says: 2 × 1.96 standard errors.
    expect((mean.high - mean.low) / ((3.92 * 40) / Math.sqrt(N))).toBeCloseTo(1, 0);
    expect(mean.low).toBeLessThan(40);
    expect(mean.high).toBeGreaterThan(40);
    expect(fit.goodness.p).toBeGreaterThan(0.05);
  });

  it('finds the median and the spread of a lognormal again, in whole minutes too', () => {
    const fit = fitted(drawn(N, (stream) => Math.round(stream.lognormal(20, 0.8))));
    expect(fit.chosen).toBe('lognormal');
    expect(fit.stepMin).toBe(1);
    expect(Math.abs(figure(fit, 'lognormal', 'median').value - 20)).toBeLessThan((3 * 20 * 0.8) / Math.sqrt(N));
    expect(Math.abs(figure(fit, 'lognormal', 'sigma').value - 0.8)).toBeLessThan((3 * 0.8) / Math.sqrt(2 * N));
    expect(fit.goodness.p).toBeGreaterThan(0.05);
  });

  it('takes away what each delay has beside', () => {
    const fit = fitted(
      drawn(N, (stream) => 5.5 + stream.exponential(14)),
      5.5,
    );
    expect(fit.chosen).toBe('exponential');
    expect(Math.abs(figure(fit, 'exponential', 'mean').value - 14)).toBeLessThan((3 * 14) / Math.sqrt(N));
  });

  it('refuses a true curve about as often as it says, also where times are whole minutes and short', () => {
    const logs = Array.from({ length: 40 }, (_, i) => drawn(25, (stream) => Math.round(stream.exponential(4)), `log ${i}`));
    const far = logs
      .map((log) => fitDelay('test', ended(log), 0, 200))
      .filter((fit) => typeof fit !== 'string' && fit.goodness.p < 0.05);
    // Of 40 at 5 %, more than 7 would happen once in two hundred times.
    expect(far.length).toBeLessThanOrEqual(7);
  });

  it('finds a mean again from a log that ended before a third of the delays did, which they alone would make shorter', () => {
    const drawnMin = drawn(N / 2, (stream) => stream.exponential(40));
    const fit = fittedOf(seenFor(45, drawnMin));
    const mean = figure(fit, 'exponential', 'mean');
    expect(fit.censored).toBe(drawnMin.filter((one) => one > 45).length);
    expect(fit.count + fit.censored).toBe(N / 2);
    expect(Math.abs(mean.value - 40)).toBeLessThan((3 * 40) / Math.sqrt(fit.count));
    expect(figure(fitted(drawnMin.filter((one) => one <= 45)), 'exponential', 'mean').value).toBeLessThan(25);
    expect(fit.goodness.p).toBeGreaterThan(0.05);
  });

  it('finds a median and a spread again from such a log', () => {
    const fit = fittedOf(
      seenFor(
        28,
        drawn(N, (stream) => stream.lognormal(20, 0.8)),
      ),
    );
    expect(fit.chosen).toBe('lognormal');
    expect(fit.censored).toBeGreaterThan(N / 8);
    expect(Math.abs(figure(fit, 'lognormal', 'median').value - 20)).toBeLessThan((3.5 * 20 * 0.8) / Math.sqrt(N / 2));
    expect(Math.abs(figure(fit, 'lognormal', 'sigma').value - 0.8)).toBeLessThan((3.5 * 0.8) / Math.sqrt(N / 2));
    expect(fit.goodness.p).toBeGreaterThan(0.05);
  });

  it('says that neither curve fits delays of two kinds', () => {
    const two = drawn(200, (stream) => (stream.chance(0.5) ? stream.between(1, 2) : stream.between(100, 110)));
    expect(fitted(two).goodness.p).toBeLessThan(0.01);
  });

  it('gives the same digits for the same log, and takes a delay of nothing for half a step', () => {
    const log = [0, 3, 8, 21, 2, 5];
    expect(fitted(log)).toEqual(fitted(log));
    expect(figure(fitted(log), 'exponential', 'mean').value).toBeCloseTo((0.5 + 3 + 8 + 21 + 2 + 5) / 6, 12);
  });

  it('makes no fit of fewer than five delays, nor of delays that are all the same', () => {
    expect(fitDelay('test', ended([1, 2, 3, 4]))).toBe('too-few');
    expect(fitDelay('test', [...ended([1, 2, 3, 4]), ...seenFor(5, [9, 9, 9])])).toBe('too-few');
    expect(fitDelay('test', ended([7, 7, 7, 7, 7, 7]))).toBe('all-the-same');
  });
});
