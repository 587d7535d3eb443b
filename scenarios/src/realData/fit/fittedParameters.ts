import { PARAMETERS, type Parameter } from '@dosetwin/twin';
import type { FamilyName } from './Family.js';
import type { FittedFigure } from './fitDelay.js';
import type { DelayOfLog, TicketFits } from './fitTickets.js';

/** A figure of the model that a log gives, in the figure's own unit. */
export interface FittedParameter {
  readonly block: 'support';
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The family from which the twin draws it, and the one that the log's AIC names; `null` for a share. */
  readonly drawn: FamilyName | null;
  readonly chosen: FamilyName | null;
  /** True where it lies outside the range that the model takes: it is told, and not set. */
  readonly isOutside: boolean;
}

/** Minutes of the steps of a visit that are timed one by one and come on top of `mendMeanMin`. */
export function visitStepsMin(): number {
  const ticket = PARAMETERS.ticket as Readonly<Record<string, Parameter>>;
  const steps = ['openDoorMs', 'freeMs', 'countMs', 'tidyMs', 'closeDoorMs', 'signOffMs'];
  return steps.reduce((sum, name) => sum + (ticket[name]?.value ?? 0), 0) / 60_000;
}

/** Which figures of the model a log's fits give. */
export function fittedParameters({ delays, remoteShare }: TicketFits): readonly FittedParameter[] {
  const of = (name: string) => delays.find(({ delay }) => delay.name === name);
  const steps = visitStepsMin();
  return [
    ...parameterOf(of('noticing'), 'exponential', 'mean', 'staffNoticeMeanMin', 0),
    ...parameterOf(of('visit'), 'exponential', 'mean', 'mendMeanMin', steps),
    ...parameterOf(of('remote work'), 'lognormal', 'median', 'remoteWorkMedianMin', 0),
    ...parameterOf(of('remote work'), 'lognormal', 'sigma', 'remoteWorkSigma', 0),
    ...(remoteShare ? [parameter('remoteFixShare', { name: 'share', ...remoteShare }, null, null)] : []),
  ];
}

function parameterOf(
  delay: DelayOfLog | undefined,
  drawn: FamilyName,
  figure: string,
  name: string,
  lessMin: number,
): FittedParameter[] {
  if (!delay || typeof delay.fit === 'string') return [];
  const fitted = delay.fit.families.find((family) => family.name === drawn)?.figures.find((one) => one.name === figure);
  if (!fitted) return [];
  const less = (value: number) => Math.max(0, value - lessMin);
  const { value, low, high } = fitted;
  return [parameter(name, { name: figure, value: less(value), low: less(low), high: less(high) }, drawn, delay.fit.chosen)];
}

function parameter(
  name: string,
  { value, low, high }: FittedFigure,
  drawn: FamilyName | null,
  chosen: FamilyName | null,
): FittedParameter {
  const { min, max, unit } = (PARAMETERS.support as Readonly<Record<string, Parameter>>)[name] as Parameter;
  return { block: 'support', name, unit, value, low, high, drawn, chosen, isOutside: value < min || value > max };
}
