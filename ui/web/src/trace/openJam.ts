import type { BenchEntry } from './BenchEntry.js';
import type { TraceIndex } from './TraceIndex.js';

export interface Jam {
  readonly t_us: number;
  readonly cartridge: number;
  readonly mode: string;
  /** When and how it was cleared, if it was by the instant asked for. */
  readonly cleared: BenchEntry | null;
}

/** The latest jam of a machine at an instant, cleared since or not. */
export function openJam(trace: TraceIndex, machine: string, t_us: number): Jam | null {
  const jam = trace.last(t_us, `${machine}/session`, 'jam');
  if (jam === undefined) return null;
  const cartridge = Number(jam.payload.cartridge ?? 0);
  const cleared = trace.between(jam.t_us, t_us, `${machine}/ticket`, 'cleared', cartridge)[0] ?? null;
  return { t_us: jam.t_us, cartridge, mode: String(jam.payload.mode ?? ''), cleared };
}
