import type { DoseWindow } from '../spec/WorldSpec.js';

const MIN_PER_DAY = 1_440;

/** A window of a certain day; `dayNumber` counts days, of the day on which the window opens. */
export interface WindowOfDay {
  readonly index: number;
  readonly dayNumber: number;
}

/**
 * The windows that hold a local minute: first those that are open, then those whose graces hold it. A window that ends at or
 * before its start ends on the next day.
 */
export function windowsAt(
  windows: readonly DoseWindow[],
  dayNumber: number,
  minute: number,
  grace: { readonly earlyMin: number; readonly lateMin: number },
): readonly WindowOfDay[] {
  const open: WindowOfDay[] = [];
  const graced: WindowOfDay[] = [];
  for (const back of [0, 1, -1]) {
    for (const [index, { fromMin, toMin }] of windows.entries()) {
      const end = toMin > fromMin ? toMin : toMin + MIN_PER_DAY;
      const at = minute + back * MIN_PER_DAY;
      if (at < fromMin - grace.earlyMin || at >= end + grace.lateMin) continue;
      (at >= fromMin && at < end ? open : graced).push({ index, dayNumber: dayNumber - back });
    }
  }
  return [...open, ...graced];
}

/** Why a palm outside every window gets nothing: one is still to come today, or all are over. */
export function outsideReason(windows: readonly DoseWindow[], minute: number): 'too-early' | 'too-late' {
  return windows.some((window) => window.fromMin > minute) ? 'too-early' : 'too-late';
}
