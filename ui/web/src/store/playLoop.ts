import type { Tour } from './BenchState.js';
import { bench } from './bench.js';
import { goTo } from './playback.js';

/** `max` shows an hour of the run in a second: faster, nothing could be seen. */
const MAX_SPEED = 3600;
const US_PER_MS = 1000;
/** After a tab slept, the playhead does not leap. */
const LONGEST_FRAME_MS = 250;
const AFTER_CLEARED_US = 1_000_000;

/** Moves the playhead with the wall clock while the bench plays. The returned function ends it. */
export function startPlayLoop(): () => void {
  let last_ms: number | null = null;
  let handle = 0;
  const frame = (now_ms: number) => {
    handle = requestAnimationFrame(frame);
    const { playing } = bench.getState();
    if (playing && last_ms !== null) advance(Math.min(LONGEST_FRAME_MS, now_ms - last_ms));
    last_ms = playing ? now_ms : null;
  };
  handle = requestAnimationFrame(frame);
  return () => cancelAnimationFrame(handle);
}

/** One frame of playing, `wallMs` after the one before. */
export function advance(wallMs: number): void {
  const { playhead_us, speed, loop, tour, facts } = bench.getState();
  if (facts === null) return;
  const to_us = playhead_us + wallMs * US_PER_MS * (speed === 0 ? MAX_SPEED : speed);
  if (tour !== null && to_us >= tour.inside_us) bench.setState({ lookInside: true });
  const until_us = tour === null ? Number.POSITIVE_INFINITY : Math.min(tour.until_us, clearedBy(tour, playhead_us, to_us));
  if (to_us >= until_us) {
    goTo(until_us);
    bench.setState({ playing: false, tour: null });
  } else if (loop !== null && to_us >= loop.to_us) {
    goTo(loop.from_us);
  } else if (to_us >= facts.length_us) {
    goTo(facts.length_us);
    bench.setState({ playing: false });
  } else {
    goTo(to_us);
  }
}

/** A moment after the clearing that a tour waits for, if that comes within the frame. */
function clearedBy({ cleared }: Tour, from_us: number, to_us: number): number {
  const { trace, machine } = bench.getState();
  if (cleared === undefined) return Number.POSITIVE_INFINITY;
  const entry = trace.next(from_us - AFTER_CLEARED_US, `${machine}/ticket`, 'cleared', cleared);
  return entry === undefined || entry.t_us + AFTER_CLEARED_US > to_us ? Number.POSITIVE_INFINITY : entry.t_us + AFTER_CLEARED_US;
}
