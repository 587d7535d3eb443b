import type { HelperSpell, WeekDay, WeekStrip } from '@dosetwin/scenarios';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const US_PER_H = 3_600_000_000;

/** `14.5`, of microseconds. */
export function hoursText(length_us: number): string {
  const tenths = Math.round((length_us / US_PER_H) * 10);
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
}

/** `For 85.5 of 168 hours, nobody can help.` */
export function weekHeadline({ nobody_us, length_us }: WeekStrip): string {
  if (nobody_us === 0) return 'At every hour of this week, somebody can help.';
  if (nobody_us === length_us) return 'At no hour of this week can anybody help.';
  return `For ${hoursText(nobody_us)} of ${hoursText(length_us)} hours, nobody can help.`;
}

/** What stands below the headline. */
export function weekLead({ due, dueWithNobody, nobodyWithKey_us, site, mayNotOpen, days }: WeekStrip): string {
  const first = days[0]?.date;
  const month = first ? `${MONTHS[first.month - 1]} ${first.year}` : '';
  return [
    ...(mayNotOpen ? ['The site is planned and may never open: this is its week if it does.'] : []),
    due > 0
      ? `${dueWithNobody} of ${due} doses fall due in those hours, spread evenly over their windows.`
      : 'No doses fall due.',
    nobodyWithKey_us === 0
      ? 'Somebody on duty can always come with a key.'
      : `For ${hoursText(nobodyWithKey_us)} hours nobody on duty can come with a key.`,
    `A week at ${site} by its own clocks, ${month}; from calendars alone, before anything happens.`,
  ].join(' ');
}

/** `Tue 14` */
export function dayName({ date }: WeekDay): { readonly weekday: string; readonly day: string } {
  return { weekday: WEEKDAYS[date.weekday - 1] ?? '', day: String(date.day) };
}

/** What a bar says: `nurse, with key`, `desk, from afar`, `nurse: outreach`. */
export function spellWords({ helper, is, reason }: HelperSpell): string {
  const name = helper.replaceAll('-', ' ');
  switch (is) {
    case 'comes':
      return `${name}, with key`;
    case 'from-afar':
      return `${name}, from afar`;
    case 'no-key':
      return `${name}, cannot come`;
    case 'busy':
      return `${name}: ${reason}`;
  }
}

/** `Halifax`, of `America/Halifax`; `Thunder Bay`. */
export function zoneCity(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** `08:30`; 1440 is `24:00`. */
export function clockText(minute: number): string {
  const hour = Math.floor(minute / 60);
  return `${String(hour).padStart(2, '0')}:${String(minute - hour * 60).padStart(2, '0')}`;
}
