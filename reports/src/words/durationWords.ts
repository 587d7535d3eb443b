import { durationInWords } from '@dosetwin/scenarios';

export const SECOND_US = 1_000_000;
export const MINUTE_US = 60 * SECOND_US;
export const HOUR_US = 60 * MINUTE_US;
export const DAY_US = 24 * HOUR_US;

/** A duration split for a headline: `2 h 51` and `min`. */
export interface DurationParts {
  readonly figure: string;
  readonly unit: string;
}

/** A duration as the whole house says it, `2 h 51 min`, with spaces at which no line breaks. */
export function durationWords(duration_us: number): string {
  return durationInWords(duration_us).replaceAll(' ', '\u00a0');
}

export function durationParts(duration_us: number): DurationParts {
  const words = durationWords(duration_us);
  const cut = words.lastIndexOf('\u00a0');
  return { figure: words.slice(0, cut), unit: words.slice(cut + 1) };
}
