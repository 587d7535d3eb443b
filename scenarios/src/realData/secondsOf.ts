import { dayNumberOf } from '@dosetwin/twin';
import type { LocalDateTime } from '../format/units/readLocalTime.js';

/** Seconds on a clock that never changes, for what is compared within one place. */
export function secondsOf(time: LocalDateTime): number {
  return dayNumberOf(time) * 86_400 + time.hour * 3600 + time.minute * 60 + time.second;
}
