import type { DayInterval } from '@dosetwin/twin';
import { Complaint, quote } from '../Complaint.js';
import { readTimeOfDay } from './readLocalTime.js';

/** `13:00-17:00`, in minutes since local midnight; one that ends at or before its start ends on the next day. */
export function readInterval(written: unknown): DayInterval | Complaint {
  const found = quote(written);
  const refuse = (message: string) => Complaint.of(found, message, 'two times of day such as 13:00-17:00');
  const halves = String(written)
    .trim()
    .split(/\s*[-–—]\s*/);
  const [first, second] = halves;
  if (typeof written !== 'string' || halves.length !== 2 || !first || !second) {
    return refuse('is not from one time of day to another; write it such as 13:00-17:00');
  }
  const from = readTimeOfDay(first);
  if (from instanceof Complaint) return inside(from, found);
  const to = readTimeOfDay(second, true);
  if (to instanceof Complaint) return inside(to, found);
  if (from % 60 !== 0 || to % 60 !== 0) return refuse('has seconds; opening hours and windows are whole minutes');
  if (from === to) return refuse(`begins and ends at ${first}, so it has no length; for the whole day write 00:00-24:00`);
  return { fromMin: from / 60, toMin: to === 0 ? 1440 : to / 60 };
}

function inside(complaint: Complaint, found: string): Complaint {
  return new Complaint(`in ${found}, ${complaint.message}`, found, complaint.expected);
}
