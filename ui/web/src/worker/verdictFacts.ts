import type { ExpectationResult } from '@dosetwin/scenarios';
import type { BenchEntry } from '../trace/BenchEntry.js';
import type { VerdictFacts } from './BenchFacts.js';

/** What came of each expectation, and the instant from which that is known. */
export function verdictFacts(
  results: readonly ExpectationResult[],
  entries: readonly BenchEntry[],
  length_us: number,
): VerdictFacts[] {
  return results.map((result) => ({
    says: result.says,
    found: result.found,
    verdict: result.verdict,
    t_us: Math.min(length_us, knownAt(result, entries) ?? length_us),
  }));
}

/** What was seen decides as it is seen, a wait as it is over; all else only the end decides. */
function knownAt({ expectation, verdict, evidence }: ExpectationResult, entries: readonly BenchEntry[]): number | undefined {
  const first = entries[evidence[0] ?? -1]?.t_us;
  if (expectation.kind === 'never') return verdict === 'failed' ? first : undefined;
  if (expectation.kind === 'target') return undefined;
  if (verdict === 'held') return entries[evidence.at(-1) ?? -1]?.t_us;
  const from_us = expectation.after === 'start' ? 0 : first;
  return from_us === undefined ? undefined : from_us + expectation.within_us;
}
