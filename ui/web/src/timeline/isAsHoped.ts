import type { VerdictFacts } from '../worker/BenchFacts.js';

/** It held, or the goal was met. */
export function isAsHoped({ verdict }: VerdictFacts): boolean {
  return verdict === 'held' || verdict === 'met';
}
