import type { TraceEntry } from '@dosetwin/twin';

/**
 * Takes entries one by one, in the order emitted, and says at any time what they come to. Asking changes nothing: entries
 * may follow, and the answer given stays as it was.
 */
export interface Fold<R> {
  /** The kinds of entries that it wants to see; it is shown no others. */
  readonly kinds: readonly string[];
  add(entry: TraceEntry): void;
  /** `end_us`: up to when the run went, in microseconds since its start. */
  result(end_us: number): R;
}
