import { type ContactSpec, contactSpells as spellsOf } from '@dosetwin/twin';

/** A stretch of a contact's calendar as it stood before anything happened. Half-open, microseconds since the start. */
export interface CalendarSpell {
  readonly from_us: number;
  readonly to_us: number;
  readonly is: 'open' | 'busy' | 'away';
  /** What keeps a busy contact; `closed` or `holiday` for one who is away; empty when open. */
  readonly reason: string;
}

/** A contact's calendar over a whole run, in order and without gaps, in the words of reports. */
export function contactSpells(contact: ContactSpec, epoch_us: number, length_us: number): CalendarSpell[] {
  return spellsOf(contact, epoch_us, 0, length_us).map(({ from_us, to_us, is, reason }) => {
    if (is === 'free') return { from_us, to_us, is: 'open', reason: '' };
    if (is === 'closed') return { from_us, to_us, is: 'away', reason: reason === 'holiday' ? 'holiday' : 'closed' };
    return { from_us, to_us, is: 'busy', reason: is };
  });
}
