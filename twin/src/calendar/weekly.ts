import { isoWeekdayOf } from './civil.js';
import { holidayOn } from './holidays.js';
import { type DayInterval, WEEKDAYS, type WeeklyHours } from './WeeklyHours.js';
import { epochOfDay, localTime } from './zone.js';

/** Hours in a place: its clocks and its public holidays. */
export interface PlacedHours {
  readonly hours: WeeklyHours;
  /** IANA name. */
  readonly zone: string;
  /** Two-letter code. */
  readonly province: string;
}

/** Half-open, microseconds since 1970-01-01T00:00Z. */
export interface Spell {
  readonly from_us: number;
  readonly to_us: number;
}

const MIN_PER_DAY = 1_440;
/** How far to look for an opening or a closing: a year, and a month for whatever falls on its edge. */
const HORIZON_D = 400;

export function isOpen(place: PlacedHours, epoch_us: number): boolean {
  return spellAt(place, epoch_us) !== null;
}

/** The first instant from `epoch_us` on at which it is open; `null` when it stays closed for 400 days. */
export function nextOpening(place: PlacedHours, epoch_us: number): number | null {
  if (isOpen(place, epoch_us)) return epoch_us;
  const today = localTime(place.zone, epoch_us).dayNumber;
  for (let dayNumber = today; dayNumber <= today + HORIZON_D; dayNumber++) {
    const openings = spellsOfDay(place, dayNumber).map((spell) => spell.from_us);
    const ahead = openings.filter((from_us) => from_us >= epoch_us);
    if (ahead.length > 0) return Math.min(...ahead);
  }
  return null;
}

/** The first instant from `epoch_us` on at which it is closed; `null` when it stays open for 400 days. */
export function nextClosing(place: PlacedHours, epoch_us: number): number | null {
  if (neverCloses(place.hours)) return null;
  const lastDay = localTime(place.zone, epoch_us).dayNumber + HORIZON_D;
  let end_us = epoch_us;
  for (;;) {
    const spell = spellAt(place, end_us);
    if (!spell) return end_us;
    end_us = spell.to_us;
    if (localTime(place.zone, end_us).dayNumber > lastDay) return null;
  }
}

/** When it is open between two instants: in order, cut off at both, touching intervals joined. */
export function openSpells(place: PlacedHours, from_us: number, to_us: number): Spell[] {
  const spells: { from_us: number; to_us: number }[] = [];
  const lastDay = localTime(place.zone, to_us).dayNumber;
  for (let dayNumber = localTime(place.zone, from_us).dayNumber - 1; dayNumber <= lastDay; dayNumber++) {
    for (const spell of spellsOfDay(place, dayNumber)) {
      const cut = { from_us: Math.max(spell.from_us, from_us), to_us: Math.min(spell.to_us, to_us) };
      if (cut.from_us >= cut.to_us) continue;
      const last = spells.at(-1);
      if (last && cut.from_us <= last.to_us) last.to_us = Math.max(last.to_us, cut.to_us);
      else spells.push(cut);
    }
  }
  return spells;
}

/** The intervals that begin on a local day, by their beginnings. Clocks that go forward can swallow one whole. */
function spellsOfDay(place: PlacedHours, dayNumber: number): Spell[] {
  return intervalsOn(place, dayNumber)
    .map(({ fromMin, toMin }) => ({
      from_us: epochOfDay(place.zone, dayNumber, fromMin),
      to_us: epochOfDay(place.zone, dayNumber, toMin > fromMin ? toMin : toMin + MIN_PER_DAY),
    }))
    .filter(({ from_us, to_us }) => from_us < to_us)
    .sort((a, b) => a.from_us - b.from_us);
}

function intervalsOn({ hours, province }: PlacedHours, dayNumber: number): readonly DayInterval[] {
  if (hours.holidays !== null && holidayOn(province, dayNumber) !== null) return hours.holidays;
  return hours.days[WEEKDAYS[isoWeekdayOf(dayNumber) - 1] as (typeof WEEKDAYS)[number]];
}

/** An interval of today, or one of yesterday that lasts beyond midnight. */
export function spellAt(place: PlacedHours, epoch_us: number): Spell | null {
  const today = localTime(place.zone, epoch_us).dayNumber;
  const around = [...spellsOfDay(place, today - 1), ...spellsOfDay(place, today)];
  return around.find(({ from_us, to_us }) => from_us <= epoch_us && epoch_us < to_us) ?? null;
}

function neverCloses({ days, holidays }: WeeklyHours): boolean {
  const allDay = (intervals: readonly DayInterval[]) =>
    intervals.some(({ fromMin, toMin }) => fromMin === 0 && toMin === MIN_PER_DAY);
  return WEEKDAYS.every((day) => allDay(days[day])) && (holidays === null || allDay(holidays));
}
