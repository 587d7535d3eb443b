import type { Move } from './Contest.js';

/** The moves that lead from the start of a chart to where two engines differ, and how they do. */
export interface Difference {
  readonly moves: readonly Move[];
  readonly says: string;
  /** Where they differ in a figure and not in a step: the reference's, and the other's. */
  readonly figures?: readonly [string, string];
}

export function describeDifference(chart: string, { moves, says }: Difference): string {
  const words = moves.map((move) => (typeof move === 'string' ? readable(move) : `restore ${JSON.stringify(move.restore)}`));
  return `${chart}: start${words.map((word) => `, then ${word}`).join('')}: ${says}`;
}

/** The stand-in for an event that nobody named is no printable word. */
function readable(event: string): string {
  return event.replace('\u0001', '(unnamed)');
}
