import { civilOf, isoWeekdayOf } from '@dosetwin/twin';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
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
] as const;
const US_PER_DAY = 86_400_000_000;

/**
 * The date of an instant in a zone: 'Tuesday 14 September 2021'. `at_us` counts from 1970-01-01T00:00Z; `offsetMin` is the
 * zone's offset at that instant, in minutes, positive east of Greenwich.
 */
export function calendarDate(at_us: number, offsetMin: number): string {
  const dayNumber = Math.floor((at_us + offsetMin * 60_000_000) / US_PER_DAY);
  const { year, month, day } = civilOf(dayNumber);
  return `${WEEKDAYS[isoWeekdayOf(dayNumber) - 1]} ${day} ${MONTHS[month - 1]} ${year}`;
}
