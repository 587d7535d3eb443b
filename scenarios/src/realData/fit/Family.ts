import { exp, ln, normalCdf, type RandomStream } from '@dosetwin/twin';
import { type CensoredNormal, fitNormal, lnBeyond } from './fitNormal.js';
import type { DelaySample } from './LoggedDelay.js';

export type FamilyName = 'exponential' | 'lognormal';

/** The exponential has a mean; the lognormal a median and the standard deviation of its logarithm. Times in minutes. */
export interface Family {
  readonly name: FamilyName;
  /** Names of its figures, in the order in which `fit` gives them. */
  readonly figures: readonly string[];
  /** Maximum likelihood, with those that had not ended as longer than they had lasted (censored on the right). */
  readonly fit: (sample: DelaySample) => readonly number[];
  readonly logLikelihood: (sample: DelaySample, figures: readonly number[]) => number;
  readonly cdf: (minutes: number, figures: readonly number[]) => number;
  readonly draw: (stream: RandomStream, figures: readonly number[]) => number;
}

const LN_2_PI = 1.8378770664093453;

const exponential: Family = {
  name: 'exponential',
  figures: ['mean'],
  // All the time that was waited, shared among those that ended.
  fit: ({ ended, longerThan }) => [(sumOf(ended) + sumOf(longerThan)) / Math.max(1, ended.length)],
  logLikelihood: ({ ended, longerThan }, [mean = 1]) => -ended.length * ln(mean) - (sumOf(ended) + sumOf(longerThan)) / mean,
  cdf: (minutes, [mean = 1]) => 1 - exp(-minutes / mean),
  draw: (stream, [mean = 1]) => stream.exponential(mean),
};

const lognormal: Family = {
  name: 'lognormal',
  figures: ['median', 'sigma'],
  fit: (sample) => {
    const { mu, sigma } = fitNormal(logsOf(sample));
    return [exp(mu), sigma];
  },
  logLikelihood: (sample, [median = 1, sigma = 1]) => {
    const mu = ln(median);
    const { ended, longerThan } = logsOf(sample);
    const told = ended.map((log) => -log - ln(sigma) - LN_2_PI / 2 - squared((log - mu) / sigma) / 2);
    return sumOf(told) + sumOf(longerThan.map((log) => lnBeyond((log - mu) / sigma)));
  },
  cdf: (minutes, [median = 1, sigma = 1]) => normalCdf(ln(minutes), ln(median), sigma),
  draw: (stream, [median = 1, sigma = 1]) => stream.lognormal(median, sigma),
};

/** The distributions that the twin draws such delays from. */
export const FAMILIES: readonly Family[] = [exponential, lognormal];

function logsOf({ ended, longerThan }: DelaySample): CensoredNormal {
  return { ended: ended.map(ln), longerThan: longerThan.map(ln) };
}

function squared(value: number): number {
  return value * value;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
