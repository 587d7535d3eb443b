import { Complaint, quote } from '../Complaint.js';
import { readQuantity } from './quantity.js';

/** A length of time in whole microseconds, more than nothing: `6 h`, `90 min`, `1 h 30 min`, `20 s`, `250 ms`. */
export function readDuration(written: unknown): number | Complaint {
  const value = readQuantity(written, 'us');
  if (value instanceof Complaint) return value;
  const us = Math.round(value);
  if (us > 0 && Number.isSafeInteger(us)) return us;
  const message = us > 0 ? 'is longer than can be counted' : 'is no time at all; write more than 0, such as 20 s';
  return Complaint.of(quote(written), message, 'a length of time of more than 0');
}
