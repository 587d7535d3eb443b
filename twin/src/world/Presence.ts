import { type SiteSpec, siteOf, type WorldSpec } from '../spec/WorldSpec.js';
import { Availability } from './Availability.js';
import { LocalHours } from './LocalHours.js';

/** Spells that follow on each other without end would be a year of looking. */
const MOST_LOOKS = 1_000;

/** Who of those that may sign at a site is there, now or next: the site's own staff (`staff`), or a contact on duty and not busy. */
export class Presence {
  readonly #staff: LocalHours;
  readonly #contacts: ReadonlyMap<string, Availability>;

  constructor(spec: WorldSpec, machine: string) {
    const site: SiteSpec = siteOf(spec, machine);
    this.#staff = new LocalHours(site, site.staff, spec.epoch_us);
    this.#contacts = new Map(spec.contacts.map((contact) => [contact.id, new Availability(contact, spec.epoch_us)]));
  }

  isThere(signer: string, t_us: number): boolean {
    if (signer === 'staff') return this.#staff.isOpen(t_us);
    return this.#contacts.get(signer)?.isFree(t_us) === true;
  }

  /** When somebody who is not there comes next, microseconds; `null` when nobody can say, or never. */
  comes(signer: string, t_us: number): number | null {
    if (signer === 'staff') return this.#staff.nextOpening(t_us);
    const contact = this.#contacts.get(signer);
    let at_us: number | null = contact ? t_us : null;
    for (let looks = 0; contact && at_us !== null && looks < MOST_LOOKS; looks++) {
      if (contact.isFree(at_us)) return at_us;
      at_us = contact.busyAt(at_us)?.to_us ?? contact.hours.nextOpening(at_us);
    }
    return null;
  }
}
