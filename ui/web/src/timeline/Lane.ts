import type { BenchEntry } from '../trace/BenchEntry.js';
import type { Jam } from '../trace/openJam.js';
import type { TraceIndex } from '../trace/TraceIndex.js';
import type { BenchFacts } from '../worker/BenchFacts.js';
import type { TimeScale } from './TimeScale.js';

/** What every lane is drawn from. */
export interface LaneView {
  readonly trace: TraceIndex;
  readonly facts: BenchFacts;
  readonly machine: string;
  readonly scale: TimeScale;
  /** Lived so far: later entries are not drawn. */
  readonly horizon_us: number;
  readonly playhead_us: number;
  readonly jam: Jam | null;
  readonly write: (t_us: number) => string;
}

export const LANE_PITCH = 17.5;
export const BAR = 13;

/** The entries of a kind that lie outside the lens, as far as was lived. */
export function outside({ trace, scale, horizon_us }: LaneView, source: string, kind: string): BenchEntry[] {
  const { lens } = scale;
  const all = trace.between(0, horizon_us, source, kind);
  return lens === null ? all : all.filter((one) => one.t_us < lens.from_us || one.t_us > lens.to_us);
}
