import type { PersonFacts } from '../ExpectationContext.js';
import type { LocalMoment } from './localMoment.js';

const MIN_PER_DAY = 1440;

/**
 * The day on which the window opened that holds a moment, graces included, or `null` outside every window. A window that
 * ends at or before its start ends on the next day. Written here again, and on purpose: it watches the authoriser.
 */
export function windowOf({ windows, graceMin }: PersonFacts, { dayNumber, minute }: LocalMoment): { openedOn: number } | null {
  for (const daysBefore of [0, 1, -1]) {
    const at = minute + daysBefore * MIN_PER_DAY;
    const isOpen = windows.some(({ fromMin, toMin }) => {
      const end = toMin > fromMin ? toMin : toMin + MIN_PER_DAY;
      return at >= fromMin - graceMin.early && at < end + graceMin.late;
    });
    if (isOpen) return { openedOn: dayNumber - daysBefore };
  }
  return null;
}
