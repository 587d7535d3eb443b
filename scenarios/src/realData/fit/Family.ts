import { exp, ln, normalCdf, type RandomStream } from '@dosetwin/twin';

export type FamilyName = 'exponential' | 'lognormal';

/** The exponential has a mean; the lognormal a median and the standard deviation of its logarithm. Times in minutes. */
export interface Family {
  readonly name: FamilyName;
  /** Names of its figures, in the order in which `fit` gives them. */
  readonly figures: readonly string[];
  /** Maximum likelihood, from delays above 0. */
  readonly fit: (sample: readonly number[]) => readonly number[];
  readonly logLikelihood: (sample: readonly number[], figures: readonly number[]) => number;
  readonly cdf: (minutes: number, figures: readonly number[]) => number;
  readonly draw: (stream: RandomStream, figures: readonly number[]) => number;
}

const LN_2_PI = 1.8378770664093453;

const exponential: Family = {
  name: 'exponential',
  figures: ['mean'],
  fit: (sample) => [meanOf(sample)],
  logLikelihood: (sample, [mean = 1]) => -sample.length * (ln(mean) + meanOf(sample) / mean),
  cdf: (minutes, [mean = 1]) => 1 - exp(-minutes / mean),
  draw: (stream, [mean = 1]) => stream.exponential(mean),
};

const lognormal: Family = {
  name: 'lognormal',
  figures: ['median', 'sigma'],
  fit: (sample) => {
    const logs = sample.map(ln);
    const mu = meanOf(logs);
    return [exp(mu), Math.sqrt(meanOf(logs.map((log) => (log - mu) * (log - mu))))];
  },
  logLikelihood: (sample, [median = 1, sigma = 1]) => {
    const mu = ln(median);
    const terms = sample.map((minutes) => {
      const z = (ln(minutes) - mu) / sigma;
      return -ln(minutes) - ln(sigma) - LN_2_PI / 2 - (z * z) / 2;
    });
    return terms.reduce((sum, term) => sum + term, 0);
  },
  cdf: (minutes, [median = 1, sigma = 1]) => normalCdf(ln(minutes), ln(median), sigma),
  draw: (stream, [median = 1, sigma = 1]) => stream.lognormal(median, sigma),
};

/** The distributions that the twin draws such delays from. */
export const FAMILIES: readonly Family[] = [exponential, lognormal];

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
