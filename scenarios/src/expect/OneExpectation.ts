import type { TraceEntry } from '@dosetwin/twin';
import type { ExpectationResult } from './Expectation.js';

/** One expectation, folded entry by entry; asking for its result changes nothing. */
export interface OneExpectation {
  /** `index` counts the trace's entries from 0. */
  add(entry: TraceEntry, index: number): void;
  result(end_us: number): ExpectationResult;
}
