/**
 * The quantile `percent`/100 of sorted values by the nearest rank: the value at rank ceil(n × percent / 100), counted from
 * 1. It is always one of the values, so whole numbers stay whole and no rounding comes in. `null` without values.
 */
export function nearestRank(sorted: readonly number[], percent: number): number | null {
  if (sorted.length === 0) return null;
  const rank = Math.max(1, Math.floor((sorted.length * percent + 99) / 100));
  return sorted[rank - 1] ?? null;
}
