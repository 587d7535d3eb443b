import { WEEKDAYS } from '@dosetwin/twin';
import { Complaint, quote } from '../../format/Complaint.js';
import { unknownName } from '../../format/nearestName.js';
import { DAY_KEYS, daysOf } from '../../format/schema/hoursSchema.js';
import { readInterval } from '../../format/units/readInterval.js';
import type { Candidate } from './Region.js';

export type Week = Candidate['week'];
type Span = readonly [number, number];

const DAY_MIN = 1_440;
const EXPECTED = 'hours such as mon-fri 08:30-16:30; sat 10:00-15:00, or always';

/**
 * Hours of a week as one line: `always`, `never`, or days with their hours, such as `mon-fri 08:30-12:00, 13:00-16:30; sat
 * 10:00-15:00`. A day that is not named is closed. Hours over midnight are parted there.
 */
export function readWeek(written: unknown): Week | Complaint {
  const found = quote(written);
  if (typeof written !== 'string' || written.trim() === '')
    return Complaint.of(found, `is no opening hours; write ${EXPECTED}`, EXPECTED);
  const text = written.trim().toLowerCase();
  if (text === 'always') return WEEKDAYS.map(() => [[0, DAY_MIN]]);
  const week = WEEKDAYS.map((): Span[] => []);
  if (text === 'never') return week;
  const named = new Set<string>();
  for (const part of text.split(/\s*;\s*/).filter((one) => one !== '')) {
    const [, key = '', hours = ''] = /^(\S+)\s*(.*)$/.exec(part) ?? [];
    if (!DAY_KEYS.includes(key)) {
      if (/^\d/.test(key))
        return Complaint.of(found, 'begins with hours; write the days first, such as daily 08:00-22:00', EXPECTED);
      const unknown = unknownName(key, 'word for days', DAY_KEYS);
      return new Complaint(`in ${found}, ${unknown.message}`, found, EXPECTED, unknown.nearest);
    }
    const days = key === 'daily' ? WEEKDAYS : daysOf(key);
    const twice = days.find((day) => named.has(day));
    if (twice !== undefined) return Complaint.of(found, `names ${twice} twice; write each day once`, EXPECTED);
    for (const day of days) named.add(day);
    if (hours === 'closed') continue;
    for (const one of hours === 'open' ? ['00:00-24:00'] : hours.split(/\s*,\s*/)) {
      const interval = readInterval(one);
      if (interval instanceof Complaint) return new Complaint(`in ${found}, ${interval.message}`, found, EXPECTED);
      for (const day of days) addTo(week, WEEKDAYS.indexOf(day), interval.fromMin, interval.toMin);
    }
  }
  return week.map(joined);
}

function addTo(week: Span[][], day: number, from: number, to: number): void {
  if (to > from) return void week[day]?.push([from, to]);
  week[day]?.push([from, DAY_MIN]);
  if (to > 0) week[(day + 1) % 7]?.push([0, to]);
}

/** In the order of the day, those that touch as one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const all: [number, number][] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = all[all.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}

/** The same week as one line that `readWeek` reads. */
export function weekText(week: Week): string {
  const texts = week.map((spans) => spans.map(([from, to]) => `${clock(from)}-${clock(to)}`).join(', '));
  if (texts.every((text) => text === '00:00-24:00')) return 'always';
  const parts: string[] = [];
  for (let day = 0; day < 7; ) {
    let last = day;
    while (last < 6 && texts[last + 1] === texts[day]) last++;
    const key = last === day ? WEEKDAYS[day] : `${WEEKDAYS[day]}-${WEEKDAYS[last]}`;
    if (texts[day] !== '') parts.push(`${key} ${texts[day]}`);
    day = last + 1;
  }
  return parts.length === 0 ? 'never' : parts.join('; ');
}

function clock(min: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(min / 60))}:${two(min % 60)}`;
}
