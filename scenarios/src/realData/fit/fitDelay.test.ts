import { RandomStream } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { type FittedDelay, fitDelay } from './fitDelay.js';

const N = 400;

function drawn(count: number, draw: (stream: RandomStream) => number, purpose = 'a log'): number[] {
  const stream = new RandomStream(11, 'test', purpose);
  return Array.from({ length: count }, () => draw(stream));
}

function fitted(minutes: readonly number[], lessMin = 0): FittedDelay {
  const fit = fitDelay('test', minutes, lessMin, 200);
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
      .map((log) => fitDelay('test', log, 0, 200))
      .filter((fit) => typeof fit !== 'string' && fit.goodness.p < 0.05);
    // Of 40 at 5 %, more than 7 would happen once in two hundred times.
    expect(far.length).toBeLessThanOrEqual(7);
  });

  it('says that neither curve fits delays of two kinds', () => {
    const two = drawn(200, (stream) => (stream.chance(0.5) ? stream.between(1, 2) : stream.between(100, 110)));
    expect(fitted(two).goodness.p).toBeLessThan(0.01);
  });

  it('gives the same digits for the same log, and takes a delay of nothing for half a step', () => {
    const log = [0, 3, 8, 21, 2, 5];
    expect(fitDelay('test', log)).toEqual(fitDelay('test', log));
    expect(figure(fitted(log), 'exponential', 'mean').value).toBeCloseTo((0.5 + 3 + 8 + 21 + 2 + 5) / 6, 12);
  });

  it('makes no fit of fewer than five delays, nor of delays that are all the same', () => {
    expect(fitDelay('test', [1, 2, 3, 4])).toBe('too-few');
    expect(fitDelay('test', [7, 7, 7, 7, 7, 7])).toBe('all-the-same');
  });
});
