import type { TraceEntry } from '@dosetwin/twin';

/** Looks at entries one by one, in their order, and says when one breaks what must always hold. */
export interface Invariant {
  /** `index` counts the trace's entries from 0. */
  add(entry: TraceEntry, index: number): Breach | null;
  /** What was looked at, for whoever asks what 'never seen' is worth: '37 orders began, none twice'. */
  looked(): string;
}

export interface Breach {
  /** Indices of the entries that show it, in their order. */
  readonly evidence: readonly number[];
  /** A sentence without its full stop. */
  readonly says: string;
}
