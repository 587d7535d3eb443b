import { Complaint, quote } from '../Complaint.js';
import { readDuration } from './readDuration.js';
import { type LocalDateTime, readDateTime, readTimeOfDay } from './readLocalTime.js';

/** An instant as a scenario writes it: the next such time of day after the start, a local date and time, or time passed. */
export type Moment =
  | { readonly is: 'time-of-day'; readonly second: number }
  | { readonly is: 'date-time'; readonly local: LocalDateTime }
  | { readonly is: 'elapsed'; readonly us: number };

/** `14:07`, `14:07:12`, `2021-09-14T14:07` or `+2 h 7 min`. */
export function readMoment(written: unknown): Moment | Complaint {
  const text = String(written).trim();
  if (typeof written === 'string' && text.startsWith('+')) {
    if (/^\+\s*0+(\s*[a-z]+)?$/.test(text)) return { is: 'elapsed', us: 0 };
    const us = readDuration(text.slice(1));
    return us instanceof Complaint ? us : { is: 'elapsed', us };
  }
  if (/^\d{4}-/.test(text)) {
    const local = readDateTime(written);
    return local instanceof Complaint ? local : { is: 'date-time', local };
  }
  const second = readTimeOfDay(written);
  if (!(second instanceof Complaint)) return { is: 'time-of-day', second };
  const expected = 'a time such as 14:07, 2021-09-14T14:07 or +2 h';
  const hint = /^\d+\s*[a-z]/i.test(text) && !/[ap]\.?m/i.test(text) ? `; for time passed since the start, write +${text}` : '';
  return new Complaint(`${second.message}${hint}`, quote(written), expected);
}
