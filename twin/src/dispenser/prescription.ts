import type { DoseWindow } from '../spec/WorldSpec.js';

const MIN_PER_DAY = 1_440;

/** A window of a certain day; `dayNumber` counts days, of the day on which the window opens. */
export interface WindowOfDay {
  readonly index: number;
  readonly dayNumber: number;
}

/** The window that holds a local minute, graces included; a window that ends at or before its start ends on the next day. */
export function windowAt(
  windows: readonly DoseWindow[],
  dayNumber: number,
  minute: number,
  grace: { readonly earlyMin: number; readonly lateMin: number },
): WindowOfDay | null {
  for (const back of [0, 1, -1]) {
    for (let index = 0; index < windows.length; index++) {
      const { fromMin, toMin } = windows[index] as DoseWindow;
      const end = toMin > fromMin ? toMin : toMin + MIN_PER_DAY;
      const at = minute + back * MIN_PER_DAY;
      if (at >= fromMin - grace.earlyMin && at < end + grace.lateMin) return { index, dayNumber: dayNumber - back };
    }
  }
  return null;
}

/** Why a palm outside every window gets nothing: one is still to come today, or all are over. */
export function outsideReason(windows: readonly DoseWindow[], minute: number): 'too-early' | 'too-late' {
  return windows.some((window) => window.fromMin > minute) ? 'too-early' : 'too-late';
}
