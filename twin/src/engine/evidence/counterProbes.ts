import type { Saved } from '../../kernel/Kernel.js';
import type { Contest } from './Contest.js';
import type { Difference } from './Difference.js';

/** Around zero, around where counters saturate, and around each limit. */
const EDGES = [0, 1, 2, 253, 254, 255];

/**
 * Every state that was met, with counters that no run may ever reach, under every event: what a guard asks and where a
 * counter stops must agree from one end to the other.
 */
export function probeCounters(
  contest: Contest,
  met: readonly Saved[],
): { readonly steps: number; readonly difference: Difference | null } {
  const names = contest.definition.counters;
  if (names.length === 0) return { steps: 0, difference: null };
  const limits = contest.table.limits.map(({ name }) => contest.limits[name] ?? 0);
  const values = [...new Set([...EDGES, ...limits.flatMap((limit) => [limit - 1, limit, limit + 1])])].filter(
    (value) => Number.isInteger(value) && value >= 0 && value <= 255,
  );
  const seen = new Set<string>();
  let steps = 0;
  for (const saved of met) {
    const { counters, ...place } = saved as { readonly counters: Readonly<Record<string, number>> };
    const key = JSON.stringify(place);
    if (seen.has(key)) continue;
    seen.add(key);
    for (const name of names) {
      for (const value of values) {
        const restore = { ...place, counters: { ...counters, [name]: value } } as Saved;
        const from = contest.restore(restore);
        for (const event of contest.events) {
          steps += 1;
          const says = contest.difference(contest.step(from, event));
          if (says !== null) return { steps, difference: { moves: [{ restore }, event], says } };
        }
      }
    }
  }
  return { steps, difference: null };
}
