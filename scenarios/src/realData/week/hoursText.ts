import { type DayInterval, dayNumberOf, MIN_PER_DAY, WEEKDAYS } from '@dosetwin/twin';
import type { LocalDateTime } from '../../format/units/readLocalTime.js';

const MIN_PER_WEEK = 7 * MIN_PER_DAY;
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 3;

/** `07:00-11:00` */
export function intervalText({ fromMin, toMin }: DayInterval): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  return `${clock(fromMin)}-${clock(toMin)}`;
}

/** Hours of every day, as a scenario has them. */
export function dailyText(hours: 'always' | readonly DayInterval[]): string {
  return hours === 'always' ? 'always' : `{ daily: [${hours.map(intervalText).join(', ')}], holidays: as-usual }`;
}

/** Shifts of one week as the hours of a scenario: those that meet are one, and each is cut at midnight. */
export function weekText(shifts: readonly { readonly start: LocalDateTime; readonly end: LocalDateTime }[]): string {
  const isOn = new Uint8Array(MIN_PER_WEEK);
  for (const { start, end } of shifts) {
    const from = minuteOf(start);
    for (let minute = from; minute < minuteOf(end); minute++) isOn[minute % MIN_PER_WEEK] = 1;
  }
  if (isOn.every((on) => on === 1)) return 'always';
  if (isOn.every((on) => on === 0)) return 'never';
  const days = WEEKDAYS.flatMap((day, i) => {
    const intervals = intervalsOf(isOn.subarray(i * MIN_PER_DAY, (i + 1) * MIN_PER_DAY));
    return intervals.length === 0 ? [] : [`${day}: [${intervals.map(intervalText).join(', ')}]`];
  });
  return `{ ${days.join(', ')}, holidays: as-usual }`;
}

/** Minutes since a Monday's midnight; a shift's end lies after its start, so it may be more than a week. */
function minuteOf(time: LocalDateTime): number {
  const day = dayNumberOf(time) + FIRST_WEEKDAY;
  return day * MIN_PER_DAY + time.hour * 60 + time.minute;
}

function intervalsOf(day: Uint8Array): DayInterval[] {
  const intervals: DayInterval[] = [];
  let fromMin = -1;
  for (let minute = 0; minute <= MIN_PER_DAY; minute++) {
    const on = day[minute] === 1;
    if (on && fromMin < 0) fromMin = minute;
    if (!on && fromMin >= 0) {
      intervals.push({ fromMin, toMin: minute });
      fromMin = -1;
    }
  }
  return intervals;
}
