import { counted } from '../../phrase/counted.js';
import { shownCount } from '../smallCells.js';
import type { FittedFamily } from './fitDelay.js';
import type { DelayOfLog, TicketFits } from './fitTickets.js';
import { type FittedParameter, fittedParameters } from './fittedParameters.js';

/** Below this the fitted curve is told not to fit. */
const NO_FIT_BELOW = 0.05;

/** A log's fits as text for people that is YAML as well: comments, and the block that a scenario takes. */
export function fitsInYaml(fits: TicketFits): string {
  const parameters = fittedParameters(fits);
  const lines = [
    `# ${shownCount(fits.tickets)} tickets. Times in minutes, 95 % intervals in brackets.`,
    ...fits.delays.flatMap((delay) => delayLines(delay).map((line) => `# ${line}`)),
    `# remote share: ${fits.remoteShare ? `${percentOf(fits.remoteShare.value)} (${percentOf(fits.remoteShare.low)} to ${percentOf(fits.remoteShare.high)}, Wilson) of what was tried remotely was freed so` : 'not shown, fewer than 5 of a kind'}`,
    ...parametersBlock(parameters),
  ];
  return `${lines.join('\n')}\n`;
}

/** The block `parameters:` of a scenario; empty without a figure to set. */
export function parametersBlock(parameters: readonly FittedParameter[]): readonly string[] {
  const set = parameters.filter(({ isOutside }) => !isOutside);
  const outside = parameters.filter(({ isOutside }) => isOutside);
  return [
    ...(set.length === 0 ? [] : ['parameters:', '  support:']),
    ...set.map((one) => `    ${one.name}: ${written(one, one.value)} # ${interval(one)}${remark(one)}`),
    ...outside.map(
      (one) => `# ${one.name} would be ${written(one, one.value)}, which lies outside what the model takes, and is not set`,
    ),
  ];
}

function delayLines({ delay, count, open, fit }: DelayOfLog): string[] {
  const less = delay.lessMin > 0 ? `, less ${short(delay.lessMin)} min of timed steps` : '';
  const head = `${delay.name} (${delay.from} to ${delay.to}${less}): `;
  const left = open > 0 ? [`  not ended when the log did: ${shownCount(open)}`] : [];
  if (fit === 'too-few') return [`${head}${count === 0 ? 'none' : 'fewer than 5, not fitted'}`, ...left];
  if (fit === 'all-the-same') return [`${head}${count} delays, all the same, not fitted`, ...left];
  const best = fit.families.find(({ name }) => name === fit.chosen) as FittedFamily;
  const other = fit.families.find(({ name }) => name !== fit.chosen) as FittedFamily;
  const { distance, p } = fit.goodness;
  const verdict = p < NO_FIT_BELOW ? 'it does not fit: look at the log before you rely on it' : 'nothing speaks against it';
  return [
    `${head}${counted(count, 'delay')} that ended, ${familyInWords(best)}`,
    `  AIC ${best.aic.toFixed(1)}, ${other.name} ${other.aic.toFixed(1)}; Kolmogorov-Smirnov ${distance.toFixed(3)}, p ${p.toFixed(3)} by ${fit.resamples} drawn logs; ${verdict}`,
    ...(open > 0
      ? [`  not ended when the log did, and taken as longer than they had lasted (censored): ${shownCount(open)}`]
      : []),
  ];
}

function familyInWords({ name, figures }: FittedFamily): string {
  return `${name} with ${figures.map((one) => `${one.name} ${short(one.value)} (${short(one.low)} to ${short(one.high)})`).join(', ')}`;
}

function written({ unit }: FittedParameter, value: number): string {
  return unit === 'share' ? percentOf(value) : unit === 'sigma' ? short(value) : `${short(value)} ${unit}`;
}

function interval(one: FittedParameter): string {
  return `${written(one, one.low)} to ${written(one, one.high)}`;
}

function remark({ drawn, chosen }: FittedParameter): string {
  return drawn === chosen ? '' : `; the twin draws it ${drawn}, the log is rather ${chosen}`;
}

/** Three digits that count. */
export function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function percentOf(share: number): string {
  return `${short(share * 100)} %`;
}
