import type { BenchEntry } from './BenchEntry.js';
import type { TraceIndex } from './TraceIndex.js';

/** A stretch of time in which a chart stood in one configuration with the same counters. */
export interface StateSpan {
  readonly from_us: number;
  readonly to_us: number;
  /** As the trace writes it: `inService.dispensing`. */
  readonly is: string;
  readonly entry: BenchEntry;
}

/** The spans of a chart that touch `from_us..to_us`, cut at `to_us`. */
export function stateSpans(trace: TraceIndex, source: string, from_us: number, to_us: number): StateSpan[] {
  if (to_us < from_us) return [];
  const before = trace.last(from_us, source, 'state');
  const inside = trace.between(from_us + 1, to_us, source, 'state');
  const entries = before === undefined ? inside : [before, ...inside];
  return entries.map((entry, place) => ({
    from_us: entry.t_us,
    to_us: entries[place + 1]?.t_us ?? to_us,
    is: String(entry.payload.is),
    entry,
  }));
}
