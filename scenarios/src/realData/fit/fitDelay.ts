import { RandomStream } from '@dosetwin/twin';
import { nearestRank } from '../../measures/nearestRank.js';
import { FEWEST } from '../smallCells.js';
import { FAMILIES, type Family, type FamilyName } from './Family.js';

/** A figure of a fitted distribution with its 95 % interval. */
export interface FittedFigure {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface FittedFamily {
  readonly name: FamilyName;
  readonly figures: readonly FittedFigure[];
  /** Akaike's criterion: the lower fits better for the figures that it needs. */
  readonly aic: number;
}

/** How well the chosen family fits: the Kolmogorov-Smirnov distance, and its p-value by parametric bootstrap. */
export interface GoodnessOfFit {
  readonly distance: number;
  readonly p: number;
}

export interface FittedDelay {
  readonly count: number;
  /** In minutes; the smallest step in which the log tells time, 1 for whole minutes. */
  readonly stepMin: number;
  /** The family with the lower AIC. */
  readonly chosen: FamilyName;
  readonly families: readonly FittedFamily[];
  readonly goodness: GoodnessOfFit;
  /** Resamples for the intervals, and logs drawn for the p-value. */
  readonly resamples: number;
}

/** Why no fit is made of a delay. */
export type NoFit = 'too-few' | 'all-the-same';

const SEED = 20_260_302;
const [LEAST_RESAMPLES, MOST_RESAMPLES, DRAWS] = [100, 1_000, 400_000];

/** What of a delay a log tells: in steps, and with `lessMin` minutes of something else in it. */
interface Telling {
  readonly stepMin: number;
  readonly lessMin: number;
}

/**
 * Fits the delays of a log, in minutes, less `lessMin` that each is known to have beside. The same delays give the same digits,
 * whatever else is in the log.
 */
export function fitDelay(
  name: string,
  minutes: readonly number[],
  lessMin = 0,
  mostResamples = MOST_RESAMPLES,
): FittedDelay | NoFit {
  if (minutes.length < FEWEST) return 'too-few';
  const stepMin = minutes.every((value) => Math.abs(value - Math.round(value)) < 1e-9) ? 1 : 1 / 60;
  const telling: Telling = { stepMin, lessMin };
  const sample = minutes.map((value) => asTold(value, telling));
  if (sample.every((value) => value === sample[0])) return 'all-the-same';
  const resamples = Math.max(LEAST_RESAMPLES, Math.min(mostResamples, Math.round(DRAWS / sample.length)));
  const families = FAMILIES.map((family) => fitFamily(family, name, sample, resamples));
  const chosen = families.reduce((a, b) => (b.aic < a.aic ? b : a));
  const family = FAMILIES.find((one) => one.name === chosen.name) as Family;
  const goodness = goodnessOf(family, name, sample, { telling, resamples });
  return { count: sample.length, stepMin, chosen: chosen.name, families, goodness, resamples };
}

/** What is left of a delay as a log with such steps tells it; nothing is half a step, since it was not measured more finely. */
function asTold(minutes: number, { stepMin, lessMin }: Telling): number {
  return Math.max(Math.round(minutes / stepMin) * stepMin - lessMin, stepMin / 2);
}

function fitFamily(family: Family, name: string, sample: readonly number[], resamples: number): FittedFamily {
  const values = family.fit(sample);
  const stream = new RandomStream(SEED, name, `interval of ${family.name}`);
  const again = Array.from({ length: resamples }, () =>
    family.fit(sample.map(() => sample[stream.integer(0, sample.length - 1)] as number)),
  );
  const figures = family.figures.map((figure, i): FittedFigure => {
    const sorted = again.map((one) => one[i] as number).sort((a, b) => a - b);
    return { name: figure, value: values[i] as number, low: nearestRank(sorted, 2.5) ?? 0, high: nearestRank(sorted, 97.5) ?? 0 };
  });
  return { name: family.name, figures, aic: 2 * values.length - 2 * family.logLikelihood(sample, values) };
}

function goodnessOf(
  family: Family,
  name: string,
  sample: readonly number[],
  { telling, resamples }: { readonly telling: Telling; readonly resamples: number },
): GoodnessOfFit {
  const fitted = family.fit(sample);
  const distance = distanceOf(family, sample, fitted);
  const stream = new RandomStream(SEED, name, `goodness of ${family.name}`);
  let asFar = 0;
  for (let i = 0; i < resamples; i++) {
    const drawn = sample.map(() => asTold(family.draw(stream, fitted) + telling.lessMin, telling));
    if (distanceOf(family, drawn, family.fit(drawn)) >= distance) asFar += 1;
  }
  return { distance, p: (asFar + 1) / (resamples + 1) };
}

/** The largest distance between the steps of a sample and the curve (Kolmogorov-Smirnov). */
function distanceOf(family: Family, sample: readonly number[], figures: readonly number[]): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted.reduce((most, minutes, i) => {
    const expected = family.cdf(minutes, figures);
    return Math.max(most, expected - i / sorted.length, (i + 1) / sorted.length - expected);
  }, 0);
}
