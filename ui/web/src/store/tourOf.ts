import type { TraceIndex } from '../trace/TraceIndex.js';
import type { Tour } from './BenchState.js';

/** The picture is calm for a moment before the palm comes, and rests on the fault after it. */
const BEFORE_US = 1_600_000;
const AFTER_US = 260_000;
/** The steel fades shortly after the order is given. */
const INSIDE_US = 350_000;

export interface TourPlan {
  /** Where the playhead stands first. */
  readonly from_us: number;
  readonly tour: Tour | null;
}

/**
 * The first seconds of a run: from just before the palm of the session that jams to the question. `null` while that is not
 * known yet; a run without a jam begins just before its first palm.
 */
export function tourOf(trace: TraceIndex, machine: string, reached_us: number, length_us: number): TourPlan | null {
  const session = `${machine}/session`;
  const jam = trace.next(-1, session, 'jam');
  if (jam !== undefined) {
    const presented = trace.last(jam.t_us, session, 'presented');
    const authorised = trace.last(jam.t_us, session, 'authorised');
    const from_us = Math.max(0, (presented?.t_us ?? jam.t_us) - BEFORE_US);
    const inside_us = (authorised?.t_us ?? from_us) + INSIDE_US;
    return { from_us, tour: { inside_us, until_us: jam.t_us + AFTER_US } };
  }
  if (reached_us < length_us) return null;
  const first = trace.next(-1, session, 'presented');
  return { from_us: Math.max(0, (first?.t_us ?? 0) - BEFORE_US), tour: null };
}
