import type { Spell } from '../calendar/weekly.js';
import type { ContactSpec, SiteSpec } from '../spec/WorldSpec.js';
import { Availability } from './Availability.js';
import { LocalHours } from './LocalHours.js';

/** What a calendar says beforehand of a stretch of time; journeys and help are in the trace, not here. */
export interface CalendarSpell extends Spell {
  /** `open` or `free`, `closed`, or what keeps a contact busy (`busy`, `outreach`). */
  readonly is: string;
  /** Why it is closed: `holiday` or `hours`; '' where it is open. */
  readonly reason: string;
}

/** A site's opening hours between two instants of the scenario, without gaps. */
export function siteSpells(site: SiteSpec, epoch_us: number, from_us: number, to_us: number): CalendarSpell[] {
  return withGaps(new LocalHours(site, site.hours, epoch_us), from_us, to_us, 'open');
}

/** When somebody of the site's own staff is there, without gaps. */
export function staffSpells(site: SiteSpec, epoch_us: number, from_us: number, to_us: number): CalendarSpell[] {
  return withGaps(new LocalHours(site, site.staff, epoch_us), from_us, to_us, 'open');
}

/** A contact's hours with their busy spells laid over them, without gaps. */
export function contactSpells(contact: ContactSpec, epoch_us: number, from_us: number, to_us: number): CalendarSpell[] {
  const availability = new Availability(contact, epoch_us);
  return withGaps(availability.hours, from_us, to_us, 'free').flatMap((spell) =>
    spell.is === 'free' ? cutByBusy(availability, spell) : [spell],
  );
}

function withGaps(hours: LocalHours, from_us: number, to_us: number, is: string): CalendarSpell[] {
  const spells: CalendarSpell[] = [];
  let at_us = from_us;
  const closedUntil = (end_us: number) => {
    if (at_us < end_us) spells.push({ from_us: at_us, to_us: end_us, is: 'closed', reason: hours.closedBecause(at_us) });
  };
  for (const spell of hours.spells(from_us, to_us)) {
    closedUntil(spell.from_us);
    spells.push({ ...spell, is, reason: '' });
    at_us = spell.to_us;
  }
  closedUntil(to_us);
  return spells;
}

function cutByBusy(availability: Availability, free: CalendarSpell): CalendarSpell[] {
  const spells: CalendarSpell[] = [];
  let at_us = free.from_us;
  while (at_us < free.to_us) {
    const busy = availability.busyAt(at_us);
    const end_us = busy ? busy.to_us : availability.nextBusy(at_us);
    const to_us = Math.min(end_us ?? free.to_us, free.to_us);
    spells.push({ from_us: at_us, to_us, is: busy ? busy.reason : 'free', reason: '' });
    at_us = to_us;
  }
  return spells;
}
