import type { TraceIndex } from '../trace/TraceIndex.js';

/** The state of a machine's session as the trace writes it, or '' before its first. */
export function sessionState(trace: TraceIndex, machine: string, t_us: number): string {
  return String(trace.last(t_us, `${machine}/session`, 'state')?.payload.is ?? '');
}
