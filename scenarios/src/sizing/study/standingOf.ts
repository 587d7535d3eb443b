import type { JudgedPlan } from './Study.js';

export interface Standing {
  /** The least number of machines that holds in the share of futures asked for; `null` if none of them does. */
  readonly machines: number | null;
  readonly interval: readonly [number, number | null];
  /** The numbers whose share is still too vague to tell. */
  readonly vague: readonly number[];
}

/**
 * Where the answer stands (Z14), by plans in the order of their numbers. The interval goes from the least number that may be enough
 * (the upper end of its share's interval reaches the confidence) to the least that surely is (so does the lower end). A number can
 * be left out of it only by an interval of 95 %, so it holds the true number at least as often.
 */
export function standingOf(plans: readonly JudgedPlan[], confidence: number): Standing {
  const enough = plans.find(({ share }) => share >= confidence);
  const maybe = plans.find(({ interval }) => interval[1] >= confidence);
  const surely = plans.find(({ interval }) => interval[0] >= confidence);
  const last = plans.at(-1);
  return {
    machines: enough?.machines ?? null,
    interval: [maybe?.machines ?? (last?.machines ?? 0) + 1, surely?.machines ?? null],
    vague: plans.filter(({ interval }) => interval[0] < confidence && interval[1] >= confidence).map(({ machines }) => machines),
  };
}
