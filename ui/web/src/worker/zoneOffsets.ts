import { utcOffsetMin } from '@dosetwin/twin';
import type { ZoneOffset } from './BenchFacts.js';

const HOUR_US = 3_600_000_000;

/** A zone's offsets through a run, from the pinned zone data, each from the microsecond at which it begins to hold. */
export function zoneOffsets(zone: string, epoch_us: number, length_us: number): ZoneOffset[] {
  const at = (t_us: number) => utcOffsetMin(zone, epoch_us + t_us);
  const offsets: ZoneOffset[] = [{ from_us: 0, offsetMin: at(0) }];
  for (let t_us = 0; t_us < length_us; t_us += HOUR_US) {
    const next_us = Math.min(length_us, t_us + HOUR_US);
    if (at(t_us) !== at(next_us)) offsets.push({ from_us: changeBetween(at, t_us, next_us), offsetMin: at(next_us) });
  }
  return offsets;
}

/** The first microsecond after `from_us` at which the offset is that of `to_us`. */
function changeBetween(at: (t_us: number) => number, from_us: number, to_us: number): number {
  let [low, high] = [from_us, to_us];
  const after = at(to_us);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (at(middle) === after) high = middle;
    else low = middle;
  }
  return high;
}
