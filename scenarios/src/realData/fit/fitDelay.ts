import { RandomStream } from '@dosetwin/twin';
import { nearestRank } from '../../measures/nearestRank.js';
import { FEWEST } from '../smallCells.js';
import { curveDistance } from './curveDistance.js';
import { FAMILIES, type Family, type FamilyName } from './Family.js';
import type { DelaySample, LoggedDelay } from './LoggedDelay.js';

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

/**
 * How well the chosen family fits: the Kolmogorov-Smirnov distance, from the Kaplan-Meier curve where some had not ended, and its p-value
 * by parametric bootstrap.
 */
export interface GoodnessOfFit {
  readonly distance: number;
  readonly p: number;
}

export interface FittedDelay {
  /** Delays that ended. */
  readonly count: number;
  /** Those that had not ended when the log did, and are taken as longer than they had lasted (censored). */
  readonly censored: number;
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
  delays: readonly LoggedDelay[],
  lessMin = 0,
  mostResamples = MOST_RESAMPLES,
): FittedDelay | NoFit {
  const minutes = delays.filter(({ hasEnded }) => hasEnded).map((delay) => delay.minutes);
  if (minutes.length < FEWEST) return 'too-few';
  const stepMin = minutes.every((value) => Math.abs(value - Math.round(value)) < 1e-9) ? 1 : 1 / 60;
  const telling: Telling = { stepMin, lessMin };
  const told = delays.map((delay) => asTold(delay, telling));
  const { ended } = sampleOf(told);
  if (ended.every((value) => value === ended[0])) return 'all-the-same';
  const resamples = Math.max(LEAST_RESAMPLES, Math.min(mostResamples, Math.round(DRAWS / told.length)));
  const families = FAMILIES.map((family) => fitFamily(family, name, told, resamples));
  const chosen = families.reduce((a, b) => (b.aic < a.aic ? b : a));
  const family = FAMILIES.find((one) => one.name === chosen.name) as Family;
  const goodness = goodnessOf(family, name, told, { telling, resamples });
  return {
    count: ended.length,
    censored: delays.length - ended.length,
    stepMin,
    chosen: chosen.name,
    families,
    goodness,
    resamples,
  };
}

/** What is left of a delay as a log with such steps tells it; nothing is half a step, since it was not measured more finely. */
function asTold(delay: LoggedDelay, { stepMin, lessMin }: Telling): LoggedDelay {
  const told = Math.round(delay.minutes / stepMin) * stepMin - lessMin;
  const seenMin = delay.seenMin - lessMin;
  return { ...delay, seenMin, minutes: delay.hasEnded ? Math.max(told, stepMin / 2) : Math.max(seenMin, 0) };
}

/** One that began as the log ended tells nothing of how long it was. */
function sampleOf(delays: readonly LoggedDelay[]): DelaySample {
  const ended = delays.filter(({ hasEnded }) => hasEnded).map(({ minutes }) => minutes);
  const longerThan = delays.filter(({ hasEnded, minutes }) => !hasEnded && minutes > 0).map(({ minutes }) => minutes);
  return { ended, longerThan };
}

function fitFamily(family: Family, name: string, delays: readonly LoggedDelay[], resamples: number): FittedFamily {
  const sample = sampleOf(delays);
  const values = family.fit(sample);
  const stream = new RandomStream(SEED, name, `interval of ${family.name}`);
  const again = Array.from({ length: resamples }, () =>
    family.fit(sampleOf(delays.map(() => delays[stream.integer(0, delays.length - 1)] as LoggedDelay))),
  );
  const figures = family.figures.map((figure, i): FittedFigure => {
    const sorted = again.map((one) => one[i] as number).sort((a, b) => a - b);
    return { name: figure, value: values[i] as number, low: nearestRank(sorted, 2.5) ?? 0, high: nearestRank(sorted, 97.5) ?? 0 };
  });
  return { name: family.name, figures, aic: 2 * values.length - 2 * family.logLikelihood(sample, values) };
}

/** Each drawn delay could be seen to end for as long as the one in whose place it stands. */
function goodnessOf(
  family: Family,
  name: string,
  delays: readonly LoggedDelay[],
  { telling, resamples }: { readonly telling: Telling; readonly resamples: number },
): GoodnessOfFit {
  const sample = sampleOf(delays);
  const fitted = family.fit(sample);
  const distance = curveDistance(sample, (minutes) => family.cdf(minutes, fitted));
  const stream = new RandomStream(SEED, name, `goodness of ${family.name}`);
  let asFar = 0;
  for (let i = 0; i < resamples; i++) {
    const drawn = sampleOf(
      delays.map(({ seenMin }) => {
        const minutes = family.draw(stream, fitted);
        const hasEnded = minutes <= seenMin;
        return asTold({ minutes: minutes + telling.lessMin, hasEnded, seenMin: seenMin + telling.lessMin }, telling);
      }),
    );
    const figures = family.fit(drawn);
    if (curveDistance(drawn, (minutes) => family.cdf(minutes, figures)) >= distance) asFar += 1;
  }
  return { distance, p: (asFar + 1) / (resamples + 1) };
}
