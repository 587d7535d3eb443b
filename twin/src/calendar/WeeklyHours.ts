/** Weekday names as ISO 8601 orders them. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * A half-open interval of the local day, in minutes since midnight: 0 <= fromMin < 1440, toMin in 1..1440; one that ends at
 * or before its start ends on the next day.
 */
export interface DayInterval {
  readonly fromMin: number;
  readonly toMin: number;
}

/**
 * Opening hours or shifts through a week, in a zone's local time. `holidays` replaces the weekday's hours on those dates; an
 * interval belongs to the day on which it begins.
 */
export interface WeeklyHours {
  readonly days: { readonly [day in Weekday]: readonly DayInterval[] };
  /** Hours on public holidays of the province; `null` means that holidays are ordinary days. */
  readonly holidays: readonly DayInterval[] | null;
}
