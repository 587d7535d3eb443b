import type { Band, JudgedPlan, Measure } from '@dosetwin/scenarios';
import { say } from '../../text/say.js';

/** A measure as a reader reads it: shares in 100, dollars in thousands, kilometres with one digit. */
export function figure(measure: Measure, value: number): string {
  if (measure === 'meanKm') return value.toFixed(1);
  if (measure === 'costPerYear') return Math.round(value / 1_000).toLocaleString('en-CA');
  if (measure === 'staffHoursPerYear') return Math.round(value).toLocaleString('en-CA');
  return String(Math.round(value * 100));
}

/** The mean, and what 95 of 100 futures lie between. */
export function bandWords(measure: Measure, { mean, low95, high95 }: Band): string {
  return say('plan.table.band', { mean: figure(measure, mean), low: figure(measure, low95), high: figure(measure, high95) });
}

/** In how many of 100 futures all targets hold, with its interval. */
export function heldWords({ share, interval: [low, high] }: JudgedPlan): string {
  const hundred = (value: number) => String(Math.round(value * 100));
  return say('plan.table.band', { mean: hundred(share), low: hundred(low), high: hundred(high) });
}
