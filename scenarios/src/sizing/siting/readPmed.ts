import type { SitingProblem } from './SitingProblem.js';

/**
 * A p-median instance of the OR-Library (Beasley 1985): a line `vertices edges p`, then undirected edges `a b length`, of which
 * the last counts where one is given twice. Every vertex has one person and may have a site. `null` for any other text.
 */
export function readPmed(text: string): SitingProblem | null {
  const numbers = text.trim().split(/\s+/).map(Number);
  const [size = 0, edges = 0, p = 0] = numbers;
  const isCounted = [size, edges, p].every((count) => Number.isInteger(count) && count > 0) && size <= 2_000 && p <= size;
  if (!isCounted || numbers.length !== 3 + 3 * edges || !numbers.every(Number.isFinite)) return null;
  const km = new Float64Array(size * size).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < size; i++) km[i * size + i] = 0;
  for (let at = 3; at < numbers.length; at += 3) {
    const [a, b, length] = [(numbers[at] as number) - 1, (numbers[at + 1] as number) - 1, numbers[at + 2] as number];
    km[a * size + b] = length;
    km[b * size + a] = length;
  }
  for (let by = 0; by < size; by++) {
    for (let from = 0; from < size; from++) {
      for (let to = 0; to < size; to++) {
        const way = (km[from * size + by] as number) + (km[by * size + to] as number);
        if (way < (km[from * size + to] as number)) km[from * size + to] = way;
      }
    }
  }
  return {
    people: Array.from({ length: size }, () => 1),
    candidates: Array.from({ length: size }, () => ({ opens: 1, room: 1, cost: 1 })),
    km,
    goal: { kind: 'median', furthestKm: Number.POSITIVE_INFINITY, unservedKm: Number.POSITIVE_INFINITY },
    limit: { machines: p },
  };
}
