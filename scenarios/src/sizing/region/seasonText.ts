import { Complaint, quote } from '../../format/Complaint.js';
import type { Link } from './Region.js';

export type Season = NonNullable<Link['season']>;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const EXPECTED = 'two dates such as 15 Jan - 15 Mar';

/** Days of the year on which a link is open, both included: `15 Jan - 15 Mar`, counted in a year without a leap day. */
export function readSeason(written: unknown): Season | Complaint {
  const halves = String(written)
    .trim()
    .split(/\s*(?:-|–|—|\bto\b)\s*/);
  const days = halves.map(dayOf);
  const [from, to] = days;
  if (halves.length !== 2 || from === undefined || to === undefined || from === null || to === null) {
    return Complaint.of(quote(written), `is no season; write ${EXPECTED}, or leave the cell empty for the whole year`, EXPECTED);
  }
  return { from, to };
}

function dayOf(text: string): number | null {
  const match = /^(\d{1,2})\s*([a-z]{3,9})\.?$|^([a-z]{3,9})\.?\s*(\d{1,2})$/i.exec(text.trim());
  const name = (match?.[2] ?? match?.[3] ?? '').slice(0, 3).toLowerCase();
  const month = (MONTHS as readonly string[]).indexOf(name);
  const day = Number(match?.[1] ?? match?.[4] ?? 0);
  if (month < 0 || day < 1 || day > (LENGTHS[month] ?? 0)) return null;
  return LENGTHS.slice(0, month).reduce<number>((sum, length) => sum + length, day);
}

export function seasonText({ from, to }: Season): string {
  return `${dateText(from)} - ${dateText(to)}`;
}

function dateText(day: number): string {
  let month = 0;
  let left = Math.min(day, 365);
  for (; left > (LENGTHS[month] ?? 31); month++) left -= LENGTHS[month] ?? 31;
  const name = MONTHS[month] ?? 'dec';
  return `${left} ${name[0]?.toUpperCase()}${name.slice(1)}`;
}

/** Whether a link of this season is open on a day of the year, 1 to 366. */
export function isOpenOn(season: Season | undefined, day: number): boolean {
  if (season === undefined) return true;
  const { from, to } = season;
  return from <= to ? day >= from && day <= to : day >= from || day <= to;
}
