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

/** Which figures of the model a log's fits give. */
export function fittedParameters({ delays, remoteShare }: TicketFits): readonly FittedParameter[] {
  const of = (name: string) => delays.find(({ delay }) => delay.name === name);
  return [
    ...parameterOf(of('noticing'), 'exponential', 'mean', 'staffNoticeMeanMin'),
    ...parameterOf(of('mending'), 'exponential', 'mean', 'mendMeanMin'),
    ...parameterOf(of('remote work'), 'lognormal', 'median', 'remoteWorkMedianMin'),
    ...parameterOf(of('remote work'), 'lognormal', 'sigma', 'remoteWorkSigma'),
    ...(remoteShare ? [parameter('remoteFixShare', { name: 'share', ...remoteShare }, null, null)] : []),
  ];
}

function parameterOf(delay: DelayOfLog | undefined, drawn: FamilyName, figure: string, name: string): FittedParameter[] {
  if (!delay || typeof delay.fit === 'string') return [];
  const fitted = delay.fit.families.find((family) => family.name === drawn)?.figures.find((one) => one.name === figure);
  return fitted ? [parameter(name, fitted, drawn, delay.fit.chosen)] : [];
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
