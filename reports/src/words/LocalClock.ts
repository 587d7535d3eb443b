import type { LocalTime } from '@dosetwin/twin';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/** What a zone's clocks show at an instant, in microseconds since 1970-01-01T00:00Z. */
export type LocalTimeOf = (zone: string, epoch_us: number) => LocalTime;

/** Writes instants of a run (microseconds since its start) as the clocks of its site show them. */
export class LocalClock {
  readonly zone: string;
  readonly #epoch_us: number;
  readonly #localTime: LocalTimeOf;

  constructor(zone: string, epoch_us: number, localTime: LocalTimeOf) {
    this.zone = zone;
    this.#epoch_us = epoch_us;
    this.#localTime = localTime;
  }

  /** Days since 1970-01-01 on the local calendar. */
  day(t_us: number): number {
    return this.#at(t_us).dayNumber;
  }

  /** Minutes since local midnight, whole. */
  minuteOfDay(t_us: number): number {
    return this.#at(t_us).minute;
  }

  /** `14:07`; on another day than the run's first, `Wed 04:30`, or with its date when it is a week or more away. */
  time(t_us: number): string {
    return this.#onDay(t_us, this.hoursAndMinutes(t_us));
  }

  /** `14:07:21`, with the day as `time` gives it. */
  timeWithSeconds(t_us: number): string {
    return this.#onDay(t_us, `${this.hoursAndMinutes(t_us)}:${twoDigits(this.#at(t_us).second)}`);
  }

  /** `14:07`, whatever the day. */
  hoursAndMinutes(t_us: number): string {
    const { minute } = this.#at(t_us);
    return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
  }

  /** `Tuesday 14 September 2021`. */
  date(t_us: number): string {
    const { year, month, day, weekday } = this.#at(t_us);
    return `${WEEKDAYS[weekday - 1]} ${day} ${MONTHS[month - 1]} ${year}`;
  }

  /** `2021-09-14`. */
  isoDate(t_us: number): string {
    const { year, month, day } = this.#at(t_us);
    return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  }

  /** `Wed`. */
  shortWeekday(t_us: number): string {
    return (WEEKDAYS[this.#at(t_us).weekday - 1] as string).slice(0, 3);
  }

  #at(t_us: number): LocalTime {
    return this.#localTime(this.zone, this.#epoch_us + t_us);
  }

  #onDay(t_us: number, time: string): string {
    const days = this.day(t_us) - this.day(0);
    if (days === 0) return time;
    if (days > 0 && days < 7) return `${this.shortWeekday(t_us)} ${time}`;
    const { day, month } = this.#at(t_us);
    return `${day} ${(MONTHS[month - 1] as string).slice(0, 3)} ${time}`;
  }
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
