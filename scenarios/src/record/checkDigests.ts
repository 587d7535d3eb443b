import { TraceChain } from '@dosetwin/twin';
import type { RunRecord } from './RunRecord.js';

/** Entries that do not give the digests which the record's end states. */
export interface DigestProblem {
  /** The first altered line, from 1; `null` when every line fits its check, so that lines are missing or the end was altered. */
  readonly line: number | null;
  readonly says: string;
}

/** Makes both digests of a record from its entries (SPEC T4) and holds them against its end; `null` when all fits. */
export function checkDigests({ entries, end, altered }: RunRecord): DigestProblem | null {
  if (altered[0] !== undefined) {
    const line = altered[0] + 2;
    return { line, says: `Line ${line} does not fit its check: it was altered, moved or put in after it was written.` };
  }
  if (!end) return null;
  const chain = new TraceChain();
  for (const entry of entries) chain.add(entry);
  const { upper, lower } = chain.digests;
  if (upper !== end.digest) return { line: null, says: stated('digest', end.digest, upper) };
  if (lower !== end.controllerDigest) return { line: null, says: stated('controller digest', end.controllerDigest, lower) };
  return null;
}

function stated(what: string, found: string, made: string): string {
  return `The end states the ${what} ${found.slice(0, 12)}…; the entries give ${made.slice(0, 12)}….`;
}
