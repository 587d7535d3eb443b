import type { BenchEntry } from './BenchEntry.js';
import type { TraceIndex } from './TraceIndex.js';

export interface Jam {
  readonly t_us: number;
  readonly cartridge: number;
  readonly mode: string;
  /** When and how it was cleared, if it was by the instant asked for. */
  readonly cleared: BenchEntry | null;
}

/** The jam that a machine waits with: the oldest that nobody has cleared by the instant, or the latest if all are. */
export function openJam(trace: TraceIndex, machine: string, t_us: number): Jam | null {
  const jams = trace.between(0, t_us, `${machine}/session`, 'jam').map((jam): Jam => {
    const cartridge = Number(jam.payload.cartridge ?? 0);
    const cleared = trace.between(jam.t_us, t_us, `${machine}/ticket`, 'cleared', cartridge)[0] ?? null;
    return { t_us: jam.t_us, cartridge, mode: String(jam.payload.mode ?? ''), cleared };
  });
  return jams.find((jam) => jam.cleared === null) ?? jams.at(-1) ?? null;
}
