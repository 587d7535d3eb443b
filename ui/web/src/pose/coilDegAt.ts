import type { TraceIndex } from '../trace/TraceIndex.js';

const MDEG_PER_DEG = 1000;
const US_PER_S = 1_000_000;

/** The angle of a coil: as the last `drive` left it, and while it runs as far as its speed has brought it since. */
export function coilDegAt(trace: TraceIndex, body: string, cartridge: number, t_us: number): number {
  const drive = trace.last(t_us, body, 'drive', cartridge);
  if (drive === undefined) return 0;
  const { on, coil_mdeg, speed_mdeg_s } = drive.payload;
  const from_mdeg = Number(coil_mdeg ?? 0);
  if (on !== true) return from_mdeg / MDEG_PER_DEG;
  const bound = trace.last(t_us, body, 'bound', cartridge);
  if (bound !== undefined && bound.t_us >= drive.t_us) return Number(bound.payload.coil_mdeg ?? from_mdeg) / MDEG_PER_DEG;
  return (from_mdeg + (Number(speed_mdeg_s ?? 0) * (t_us - drive.t_us)) / US_PER_S) / MDEG_PER_DEG;
}

/** Whether a coil's motor is on. */
export function motorRuns(trace: TraceIndex, body: string, cartridge: number, t_us: number): boolean {
  return trace.last(t_us, body, 'drive', cartridge)?.payload.on === true;
}
