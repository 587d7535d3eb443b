import { Complaint, quote } from '../Complaint.js';
import { readQuantity } from './quantity.js';

/** A share from 0 to 1: `85 %` or `0.85`. */
export function readShare(written: unknown): number | Complaint {
  const share = readQuantity(written, 'share');
  if (share instanceof Complaint || (share >= 0 && share <= 1)) return share;
  const advice = share > 1 && share <= 100 && typeof written === 'number' ? `; did you mean ${share} %?` : '; write 85 % or 0.85';
  return Complaint.of(quote(written), `is not between 0 % and 100 %${advice}`, 'a share from 0 % to 100 %');
}
