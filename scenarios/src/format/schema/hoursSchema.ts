import { type DayInterval, WEEKDAYS, type Weekday, type WeeklyHours } from '@dosetwin/twin';
import { z } from 'zod';
import { Complaint } from '../Complaint.js';
import { type IssueParams, interval, oneOrMore, word } from './scalar.js';

const WHOLE_DAY: readonly DayInterval[] = [{ fromMin: 0, toMin: 1440 }];

/** Runs of days: those within a week, and the few over its end that people work. */
const RUNS: readonly string[] = [
  ...WEEKDAYS.flatMap((from, i) => WEEKDAYS.slice(i + 1).map((to) => `${from}-${to}`)),
  'sun-thu',
  'fri-mon',
  'sat-mon',
];

/** `daily`, each day, and runs of days; `mon-fri` first, since most hours are written with it. */
export const DAY_KEYS: readonly string[] = ['daily', 'mon-fri', ...WEEKDAYS, ...RUNS.filter((run) => run !== 'mon-fri')];

const dayHours = () =>
  z
    .union([word('word for hours', ['closed', 'open']), oneOrMore(interval())])
    .transform((hours): readonly DayInterval[] =>
      hours === 'closed' ? [] : hours === 'open' ? WHOLE_DAY : (hours as DayInterval[]),
    );

const holidayHours = () =>
  z
    .union([word('word for hours', ['closed', 'open', 'as-usual']), oneOrMore(interval())])
    .transform((hours): readonly DayInterval[] | null =>
      hours === 'as-usual' ? null : hours === 'closed' ? [] : hours === 'open' ? WHOLE_DAY : (hours as DayInterval[]),
    );

const week = () =>
  z
    .strictObject({
      ...(Object.fromEntries(DAY_KEYS.map((key) => [key, dayHours().optional().describe(describeKey(key))])) as Record<
        string,
        ReturnType<typeof optionalDay>
      >),
      holidays: holidayHours().describe(
        'Hours on public holidays of the province: `closed`, `as-usual` (like any other day), `open` all day, or hours of their own.',
      ),
    })
    .transform((written, context): WeeklyHours => {
      const { holidays, ...byKey } = written as {
        holidays: readonly DayInterval[] | null;
        [key: string]: readonly DayInterval[] | null;
      };
      return weekOf(byKey, holidays, (key, complaint) => {
        const params: IssueParams = { complaint, isOtherSort: false };
        context.addIssue({ code: 'custom', message: complaint.message, path: [key], params: { ...params } });
      });
    });

const optionalDay = () => dayHours().optional();

function describeKey(key: string): string {
  const days =
    key === 'daily'
      ? 'on every day that no other key names'
      : key.includes('-')
        ? `from ${key.replace('-', ' to ')}`
        : `on ${key}`;
  return `Hours ${days}: 09:00-17:00, a list of such, \`closed\`, or \`open\` all day.`;
}

/** Opening hours or shifts: `always`, `never`, or hours by day of the week. */
export const hours = () =>
  z.union([word('word for hours', ['always', 'never']), week()]).transform((written): WeeklyHours => {
    if (written === 'always') return everyDay(WHOLE_DAY, null);
    if (written === 'never') return everyDay([], null);
    return written as WeeklyHours;
  });

function everyDay(day: readonly DayInterval[], holidays: readonly DayInterval[] | null): WeeklyHours {
  const days = Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, day])) as Record<Weekday, readonly DayInterval[]>;
  return { days, holidays };
}

/** A day that two keys name is refused, except that any key goes before `daily`. */
function weekOf(
  byKey: Readonly<Record<string, readonly DayInterval[] | null | undefined>>,
  holidays: readonly DayInterval[] | null,
  refuse: (key: string, complaint: Complaint) => void,
): WeeklyHours {
  const days = new Map<Weekday, { key: string; hours: readonly DayInterval[] }>();
  for (const [key, hours] of Object.entries(byKey)) {
    if (key === 'daily' || !hours) continue;
    for (const day of daysOf(key)) {
      const before = days.get(day);
      const message = `names ${day}, which ${before?.key} names too; write each day once`;
      if (before) refuse(key, Complaint.of(`'${key}'`, message, 'each day once'));
      days.set(day, { key, hours });
    }
  }
  const otherwise = byKey.daily ?? [];
  const result = Object.fromEntries(WEEKDAYS.map((day) => [day, days.get(day)?.hours ?? otherwise]));
  return { days: result as Record<Weekday, readonly DayInterval[]>, holidays };
}

/** The days of a key other than `daily`; `fri-mon` runs over the weekend. */
export function daysOf(key: string): readonly Weekday[] {
  const [from, to = from] = key.split('-') as [Weekday, Weekday?];
  const first = WEEKDAYS.indexOf(from);
  const length = ((WEEKDAYS.indexOf(to) - first + 7) % 7) + 1;
  return Array.from({ length }, (_, i) => WEEKDAYS[(first + i) % 7] as Weekday);
}
