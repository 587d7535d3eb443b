const WEEKDAYS = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'] as const;
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
const DAY_US = 86_400_000_000;

/**
 * The date of an instant in a zone: 'Tuesday 14 September 2021'. `at_us` counts from 1970-01-01T00:00Z; `offsetMin` is the
 * zone's offset at that instant, in minutes, positive east of Greenwich.
 */
export function calendarDate(at_us: number, offsetMin: number): string {
  const days = Math.floor((at_us + offsetMin * 60_000_000) / DAY_US);
  const { year, month, day } = civilDate(days);
  return `${WEEKDAYS[((days % 7) + 7) % 7]} ${day} ${MONTHS[month - 1]} ${year}`;
}

/** The Gregorian date of a day counted from 1970-01-01; eras of 400 years that begin in March put the leap day last. */
function civilDate(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
