export type ClockPrecision = 'min' | 's' | 'ms';

/**
 * A time of day on a clock of 24 hours: '14:07', '14:07:12', '14:07:12.345', cut and not rounded. `at_us` counts from
 * 1970-01-01T00:00Z; `offsetMin` is the zone's offset at that instant, in minutes, positive east of Greenwich.
 */
export function clockTime(at_us: number, offsetMin: number, precision: ClockPrecision = 'min'): string {
  const local_us = at_us + offsetMin * 60_000_000;
  const ms = Math.floor((((local_us % DAY_US) + DAY_US) % DAY_US) / 1000);
  const text = `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}`;
  if (precision === 'min') return text;
  const seconds = `${text}:${two(Math.floor(ms / 1000) % 60)}`;
  return precision === 's' ? seconds : `${seconds}.${String(ms % 1000).padStart(3, '0')}`;
}

const DAY_US = 86_400_000_000;

function two(n: number): string {
  return String(n).padStart(2, '0');
}
