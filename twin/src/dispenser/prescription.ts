import { dayNumberAt, epochOfDay } from '../calendar/zone.js';
import { MIN_PER_DAY, US_PER_MIN } from '../kernel/timeUnits.js';
import type { DoseWindow } from '../spec/WorldSpec.js';

/** A window of a certain day; `dayNumber` counts days, of the day on which the window opens. */
export interface WindowOfDay {
  readonly index: number;
  readonly dayNumber: number;
}

/**
 * The windows that hold an instant (microseconds since 1970) at a place: first those that are open, then those whose graces
 * hold it. A window that ends at or before its start ends on the next day; one that falls into the hour which a change of
 * clocks leaves out opens after it.
 */
export function windowsAt(
  windows: readonly DoseWindow[],
  zone: string,
  at_us: number,
  grace: { readonly earlyMin: number; readonly lateMin: number },
): readonly WindowOfDay[] {
  const today = dayNumberAt(zone, at_us);
  const open: WindowOfDay[] = [];
  const graced: WindowOfDay[] = [];
  for (const dayNumber of [today, today - 1, today + 1]) {
    for (let index = 0; index < windows.length; index++) {
      const { fromMin, toMin } = windows[index] as DoseWindow;
      const from_us = epochOfDay(zone, dayNumber, fromMin);
      const to_us = epochOfDay(zone, dayNumber, toMin > fromMin ? toMin : toMin + MIN_PER_DAY);
      if (at_us < from_us - grace.earlyMin * US_PER_MIN || at_us >= to_us + grace.lateMin * US_PER_MIN) continue;
      (at_us >= from_us && at_us < to_us ? open : graced).push({ index, dayNumber });
    }
  }
  return [...open, ...graced];
}

/** Why a palm outside every window gets nothing: one is still to come today, or all are over. */
export function outsideReason(windows: readonly DoseWindow[], zone: string, at_us: number): 'too-early' | 'too-late' {
  const dayNumber = dayNumberAt(zone, at_us);
  return windows.some(({ fromMin }) => epochOfDay(zone, dayNumber, fromMin) > at_us) ? 'too-early' : 'too-late';
}
