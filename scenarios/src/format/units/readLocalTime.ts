import { type CivilDate, civilOf, dayNumberOf } from '@dosetwin/twin';
import { Complaint, quote } from '../Complaint.js';

/** A time by a clock on the wall, without a zone. */
export interface LocalDateTime extends CivilDate {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Years that the pinned zone data knows well. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2036;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Seconds since local midnight, 0..86,400; 24:00 only where a day may end (`mayEnd`). `14:07` or `14:07:12`. */
export function readTimeOfDay(written: unknown, mayEnd = false): number | Complaint {
  const found = quote(written);
  const refuse = (message: string) => Complaint.of(found, message, 'a time of day such as 14:07');
  if (typeof written === 'number') return refuse(numberAdvice(written));
  const text = String(written).trim();
  const parts = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!parts) return refuse(shapeAdvice(text));
  const [hour, minute, second] = [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)];
  if (minute > 59) return refuse(`is not a time of day: an hour has 60 minutes, 00 to 59`);
  if (second > 59) return refuse(`is not a time of day: a minute has 60 seconds, 00 to 59`);
  const total = hour * 3600 + minute * 60 + second;
  if (total === 86_400 && !mayEnd) return refuse('is the end of a day; as a beginning, write 00:00 of the next');
  if (total > 86_400) return refuse('is not a time of day: a day has 24 hours, 00:00 to 24:00');
  return total;
}

function numberAdvice(written: number): string {
  const digits = String(written);
  const parts = /^(\d{1,2})(\d{2})$/.exec(digits) ?? /^(\d{1,2})\.(\d{1,2})$/.exec(digits);
  const meant = parts ? `${parts[1]}:${String(parts[2]).padEnd(2, '0')}` : '14:07';
  return `is a number, not a time of day; write it with a colon, such as ${meant}`;
}

function shapeAdvice(text: string): string {
  const noon = /^(\d{1,2})(?::(\d{2}))?\s*([ap])\.?m\.?$/i.exec(text);
  if (!noon) return 'is not a time of day; write it such as 14:07 or 14:07:12';
  const hour = (Number(noon[1]) % 12) + (noon[3]?.toLowerCase() === 'p' ? 12 : 0);
  return `is a time of a 12-hour clock; write ${String(hour).padStart(2, '0')}:${noon[2] ?? '00'}`;
}

/** `2021-09-14T12:00`, also with seconds, or with a space for the T. No zone: that stands elsewhere in the scenario. */
export function readDateTime(written: unknown): LocalDateTime | Complaint {
  const found = quote(written);
  const refuse = (message: string) => Complaint.of(found, message, 'a date and time such as 2021-09-14T12:00');
  const text = String(written).trim();
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\S+))?$/.exec(text);
  if (!parts) return refuse('is not a date and time; write year, month, day and time, such as 2021-09-14T12:00');
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const clock = parts[4];
  if (clock === undefined) return refuse(`has no time of day; write it too, such as ${text}T12:00`);
  if (/\d(Z|[+-]\d{2}:?\d{2})$/i.test(clock)) {
    return refuse('has an offset from UTC; write the local time without it, and the place as `zone: America/Vancouver`');
  }
  if (month < 1 || month > 12) return refuse(`does not exist: there is no month ${month}`);
  const last = daysInMonth(year, month);
  if (day < 1 || day > last) return refuse(`does not exist: ${MONTHS[month - 1]} ${year} has ${last} days`);
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return refuse(`lies outside the years ${FIRST_YEAR} to ${LAST_YEAR}, for which the zone data is known`);
  }
  const time = readTimeOfDay(clock);
  if (time instanceof Complaint) return new Complaint(time.message, found, 'a date and time such as 2021-09-14T12:00');
  return { year, month, day, hour: Math.floor(time / 3600), minute: Math.floor(time / 60) % 60, second: time % 60 };
}

function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
  return dayNumberOf(next) - dayNumberOf({ year, month, day: 1 });
}

/** The date so many days later (or earlier, for a negative number), with the same time of day. */
export function daysLater(from: LocalDateTime, days: number): LocalDateTime {
  return { ...from, ...civilOf(dayNumberOf(from) + days) };
}

/** The same date at so many seconds after midnight; 86,400 is the next midnight. */
export function atSeconds(date: LocalDateTime, seconds: number): LocalDateTime {
  const day = seconds >= 86_400 ? daysLater(date, 1) : date;
  const left = seconds % 86_400;
  return { ...day, hour: Math.floor(left / 3600), minute: Math.floor(left / 60) % 60, second: left % 60 };
}

/** `2021-09-14T12:00`, with seconds only where there are any. */
export function writeDateTime(time: LocalDateTime): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = time.second === 0 ? '' : `:${two(time.second)}`;
  return `${time.year}-${two(time.month)}-${two(time.day)}T${two(time.hour)}:${two(time.minute)}${seconds}`;
}
