import { exp, ln } from '@dosetwin/twin';
import { Moments } from '../../compare/PairedDifference.js';

/** What the procedure needs to know of the designs: `values[i]` of design `i` in the same futures, first to last. */
export interface KimNelsonOptions {
  readonly designs: number;
  /** Worth of design `i` in futures `from` to `from + count - 1`. */
  readonly observe: (designs: readonly number[], from: number, count: number) => Promise<readonly (readonly number[])[]>;
  /** A difference smaller than this is none. */
  readonly indifference: number;
  /** Chance of not choosing the best where it is better by the indifference at least. */
  readonly alpha: number;
  /** Futures seen before the first is left out, and how many more are looked at together after that. */
  readonly first: number;
  readonly step: number;
  readonly limit: number;
}

export interface KimNelsonChoice {
  readonly best: number;
  readonly futures: number;
  /** All others were left out by the procedure; otherwise the limit ended it, and the best mean was taken. */
  readonly isSure: boolean;
  /** Mean worth by design, over the futures in which it was looked at. */
  readonly means: readonly number[];
  readonly futuresBy: readonly number[];
}

/**
 * The fully sequential procedure of Kim and Nelson, "A fully sequential procedure for indifference-zone selection in simulation",
 * ACM TOMACS 11 (2001) 251-273, with c = 1: the constants h² = 2η(n₀ - 1), η = ½((2α/(k-1))^(-2/(n₀-1)) - 1), and design i stays
 * while its mean is at most W = max(0, δ/2r (h²S²/δ² - r)) below every other's, S² the variance of the difference over the first n₀
 * futures. Common random numbers are allowed for. Looking only every `step` futures leaves out later, never sooner.
 */
export async function kimNelson(options: KimNelsonOptions): Promise<KimNelsonChoice> {
  const { designs, observe, indifference, first, step, limit } = options;
  const values: number[][] = Array.from({ length: designs }, () => []);
  let left = values.map((_, i) => i);
  const look = async (count: number) => {
    const seen = await observe(left, values[left[0] as number]?.length ?? 0, count);
    for (const [place, i] of left.entries()) (values[i] as number[]).push(...(seen[place] as readonly number[]));
  };
  let seen = designs > 1 ? first : 0;
  if (designs > 1) await look(first);
  const spread = designs > 1 ? spreadsOf(values, hSquare(options)) : [];
  for (;;) {
    left = left.filter((i) => left.every((l) => i === l || staysBeside(values, i, l, seen, spread, indifference)));
    if (left.length <= 1 || seen >= limit) break;
    await look(step);
    seen += step;
  }
  const means = values.map(meanOf);
  const best = left.reduce((a, b) => ((means[b] as number) > (means[a] as number) ? b : a), left[0] ?? 0);
  return { best, futures: seen, isSure: left.length <= 1, means, futuresBy: values.map(({ length }) => length) };
}

function hSquare({ designs, alpha, first }: KimNelsonOptions): number {
  const degrees = first - 1;
  const eta = 0.5 * (exp((-2 / degrees) * ln((2 * alpha) / (designs - 1))) - 1);
  return 2 * eta * degrees;
}

/** h² times the variance of the difference of each two designs over the first futures. */
function spreadsOf(values: readonly (readonly number[])[], h2: number): number[][] {
  return values.map((a) =>
    values.map((b) => {
      const moments = new Moments();
      for (const [place, x] of a.entries()) moments.add(x - (b[place] as number));
      return h2 * moments.variance;
    }),
  );
}

function staysBeside(
  values: readonly (readonly number[])[],
  i: number,
  l: number,
  seen: number,
  spread: readonly (readonly number[])[],
  indifference: number,
): boolean {
  const behind = meanOf(values[l] as readonly number[]) - meanOf(values[i] as readonly number[]);
  const h2s2 = (spread[i] as readonly number[])[l] as number;
  const slack = Math.max(0, (indifference / (2 * seen)) * (h2s2 / (indifference * indifference) - seen));
  // Two designs that do the same in every future: the first of them stays.
  if (behind === 0 && slack === 0) return i < l;
  return behind <= slack;
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
