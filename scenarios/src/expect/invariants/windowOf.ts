import { civilOf, epochOf, localTime, MIN_PER_DAY, US_PER_MIN } from '@dosetwin/twin';
import type { PersonFacts } from '../ExpectationContext.js';

/**
 * The day on which the window opened that holds an instant (microseconds since 1970), counted from 1970-01-01; an open window
 * goes before one whose graces hold it, and `null` is outside of all. A window that ends at or before its start ends on the
 * next day; one within the hour that clocks leave out in spring opens after it. Written here again, and on purpose: it
 * watches the authoriser.
 */
export function windowOf({ windows, graceMin, zone }: PersonFacts, at_us: number): { openedOn: number } | null {
  const today = localTime(zone, at_us).dayNumber;
  let graced: { openedOn: number } | null = null;
  for (const openedOn of [today, today - 1, today + 1]) {
    for (const { fromMin, toMin } of windows) {
      const from_us = epochOf(zone, civilOf(openedOn), fromMin);
      const to_us = epochOf(zone, civilOf(openedOn), toMin > fromMin ? toMin : toMin + MIN_PER_DAY);
      if (from_us <= at_us && at_us < to_us) return { openedOn };
      const isInGrace = at_us >= from_us - graceMin.early * US_PER_MIN && at_us < to_us + graceMin.late * US_PER_MIN;
      if (isInGrace) graced ??= { openedOn };
    }
  }
  return graced;
}
