import type { Spell } from '../calendar/weekly.js';
import type { ContactSpec } from '../spec/WorldSpec.js';
import { Availability } from './Availability.js';

/** A stretch of a contact's calendar as it stood before anything happened. Half-open, microseconds since the start. */
export interface CalendarSpell extends Spell {
  readonly is: 'open' | 'busy' | 'away';
  /** What keeps a busy contact (`busy`, `outreach`); `closed` or `holiday` for one who is away; '' when open. */
  readonly reason: string;
}

/** A contact's calendar over a run of `length_us`, in order and without gaps; journeys and help are in the trace, not here. */
export function contactSpells(contact: ContactSpec, epoch_us: number, length_us: number): CalendarSpell[] {
  const availability = new Availability(contact, epoch_us);
  const { hours } = availability;
  const spells: CalendarSpell[] = [];
  let at_us = 0;
  const awayUntil = (to_us: number) => {
    const reason = hours.closedBecause(at_us) === 'holiday' ? 'holiday' : 'closed';
    if (at_us < to_us) spells.push({ from_us: at_us, to_us, is: 'away', reason });
  };
  for (const onDuty of hours.spells(0, length_us)) {
    awayUntil(onDuty.from_us);
    spells.push(...cutByBusy(availability, onDuty));
    at_us = onDuty.to_us;
  }
  awayUntil(length_us);
  return spells;
}

function cutByBusy(availability: Availability, onDuty: Spell): CalendarSpell[] {
  const spells: CalendarSpell[] = [];
  let at_us = onDuty.from_us;
  while (at_us < onDuty.to_us) {
    const busy = availability.busyAt(at_us);
    const end_us = busy ? busy.to_us : availability.nextBusy(at_us);
    const to_us = Math.min(end_us ?? onDuty.to_us, onDuty.to_us);
    spells.push({ from_us: at_us, to_us, is: busy ? 'busy' : 'open', reason: busy?.reason ?? '' });
    at_us = to_us;
  }
  return spells;
}
