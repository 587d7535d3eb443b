/**
 * Hours outside, seconds in a lens: three straight pieces. The lens lies where its time lies in the whole, so that left and
 * right of it a minute is equally wide. A pure function of the playhead: the same instant, the same picture.
 */
export interface TimeScale {
  readonly x0: number;
  readonly x1: number;
  readonly from_us: number;
  readonly to_us: number;
  readonly lens: Lens | null;
}

export interface Lens {
  readonly from_us: number;
  readonly to_us: number;
  readonly x0: number;
  readonly x1: number;
}

/** Where in the lens the playhead stands. */
const PLAYHEAD_SHARE = 0.82;

export interface ScaleAsked {
  readonly x0: number;
  readonly x1: number;
  readonly length_us: number;
  readonly playhead_us: number;
  readonly lensPx: number;
  readonly usPerPx: number;
}

export function timeScale({ x0, x1, length_us, playhead_us, lensPx, usPerPx }: ScaleAsked): TimeScale {
  const whole = { x0, x1, from_us: 0, to_us: length_us };
  const span_us = lensPx * usPerPx;
  if (span_us >= length_us || lensPx <= 0) return { ...whole, lens: null };
  const from_us = Math.min(Math.max(0, playhead_us - PLAYHEAD_SHARE * span_us), length_us - span_us);
  const at = x0 + (from_us / (length_us - span_us)) * (x1 - x0 - lensPx);
  return { ...whole, lens: { from_us, to_us: from_us + span_us, x0: at, x1: at + lensPx } };
}

export function xAt(scale: TimeScale, t_us: number): number {
  const { x0, x1, from_us, to_us, lens } = scale;
  if (lens === null) return between(x0, x1, (t_us - from_us) / (to_us - from_us));
  if (t_us < lens.from_us) return between(x0, lens.x0, (t_us - from_us) / (lens.from_us - from_us));
  if (t_us <= lens.to_us) return between(lens.x0, lens.x1, (t_us - lens.from_us) / (lens.to_us - lens.from_us));
  return between(lens.x1, x1, (t_us - lens.to_us) / (to_us - lens.to_us));
}

export function timeAt(scale: TimeScale, x: number): number {
  const { x0, x1, from_us, to_us, lens } = scale;
  const inside = Math.min(x1, Math.max(x0, x));
  if (lens === null) return between(from_us, to_us, (inside - x0) / (x1 - x0));
  if (inside < lens.x0) return between(from_us, lens.from_us, (inside - x0) / (lens.x0 - x0));
  if (inside <= lens.x1) return between(lens.from_us, lens.to_us, (inside - lens.x0) / (lens.x1 - lens.x0));
  return between(lens.to_us, to_us, (inside - lens.x1) / (x1 - lens.x1));
}

/** The time outside the lens that a pixel stands for: by it a drag over the whole moves the playhead. */
export function usPerPxOutside({ x0, x1, from_us, to_us, lens }: TimeScale): number {
  if (lens === null) return (to_us - from_us) / (x1 - x0);
  return (to_us - from_us - (lens.to_us - lens.from_us)) / Math.max(1, x1 - x0 - (lens.x1 - lens.x0));
}

function between(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
