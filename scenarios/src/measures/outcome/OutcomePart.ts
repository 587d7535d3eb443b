import type { TraceEntry } from '@dosetwin/twin';
import type { Tally } from './Tally.js';

/**
 * Folds entries to a few of a run's outcomes, as they are emitted. What it holds does not grow with the run, so that a year
 * of a region needs no more memory than a day.
 */
export interface OutcomePart {
  /** The entries that it wants to see, by source and kind; it is shown no others. */
  wants(source: string, kind: string): boolean;
  add(entry: TraceEntry): void;
  /** Adds what the entries so far come to. `end_us`: up to when the run went, in microseconds since its start. */
  tally(into: Tally, end_us: number): void;
}
