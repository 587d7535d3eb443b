import type { ZoneOffset } from '../worker/BenchFacts.js';

/** A local instant, taken apart. */
export interface LocalTime {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  /** 1..31 */
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly milli: number;
}

const US_PER_MIN = 60_000_000;

/**
 * Local time of an instant of the run, by offsets that the worker took from the pinned zone data; the browser's own zone
 * data is never asked. `Date` only takes the count of days apart, in UTC.
 */
export function localTime(epoch_us: number, offsets: readonly ZoneOffset[], t_us: number): LocalTime {
  const offsetMin = offsets.findLast((one) => one.from_us <= t_us)?.offsetMin ?? offsets[0]?.offsetMin ?? 0;
  const date = new Date(Math.floor((epoch_us + t_us + offsetMin * US_PER_MIN) / 1000));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    milli: date.getUTCMilliseconds(),
  };
}

/** `14:07` */
export function hourMinute(time: LocalTime): string {
  return `${two(time.hour)}:${two(time.minute)}`;
}

/** `14:07:21` */
export function hourMinuteSecond(time: LocalTime): string {
  return `${hourMinute(time)}:${two(time.second)}`;
}

/** `14:07:21.540` */
export function toTheMilli(time: LocalTime): string {
  return `${hourMinuteSecond(time)}.${String(time.milli).padStart(3, '0')}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
