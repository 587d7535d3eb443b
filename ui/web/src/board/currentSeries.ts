import type { CurrentView } from '../worker/board/BoardView.js';

const S_PER_US = 1e-6;
/** Between two samples further apart than this, the motor was off. */
const OFF_S = 0.01;

/** Seconds since the start, current as the board kept it, current at the pins; `null` where the motor was off or nothing was kept. */
export type CurrentSeries = [number[], (number | null)[], (number | null)[]];

/** Both series on one row of instants, up to `t_us`. */
export function currentSeries({ from_us, pins, board }: CurrentView, t_us: number): CurrentSeries {
  const kept = new Map<number, number>();
  board?.at_us.forEach((at_us, place) => {
    kept.set(at_us, board.milliamp[place] ?? 0);
  });
  const [at_s, measured, waveform]: CurrentSeries = [[], [], []];
  const put = (s: number, pin: number | null, own: number | null) => {
    at_s.push(s);
    measured.push(pin);
    waveform.push(own);
  };
  pins.at_us.forEach((at_us, place) => {
    const s = (at_us - from_us) * S_PER_US;
    const before = at_s.at(-1);
    if (before !== undefined && s - before > OFF_S) put(before + OFF_S / 2, null, null);
    put(s, pins.milliamp[place] ?? 0, kept.get(at_us) ?? null);
  });
  // The picture reaches to the instant shown, as long as this is the motion's own time.
  const end = Math.min((t_us - from_us) * S_PER_US, (at_s.at(-1) ?? 0) + 1);
  if (end > (at_s.at(-1) ?? 0) + OFF_S) put(end, null, null);
  return [at_s, waveform, measured];
}
