import {
  type ContactSpec,
  civilOf,
  contactSpells,
  epochOfDay,
  holidayOn,
  localTime,
  mayOpen,
  type SiteSpec,
  type Spell,
  US_PER_MIN,
  type WorldSpec,
} from '@dosetwin/twin';
import { dueInstants } from './dueInstants.js';
import { lengthOf, outside, within } from './spells.js';
import type { Help, HelperSpell, WeekDay, WeekStrip } from './WeekStrip.js';

const DAYS = 7;
const THREE_HOURS_US = 180 * US_PER_MIN;

/**
 * A site's week, Monday to Sunday, in which the scenario begins: from its calendars alone, before anything happens. A busy
 * spell is known only as far as the scenario says it.
 */
export function weekOf(spec: WorldSpec, siteId: string): WeekStrip {
  const site = spec.sites.find(({ id }) => id === siteId);
  if (!site) throw new RangeError(`there is no site ${siteId}`);
  const { dayNumber, weekday } = localTime(site.zone, spec.epoch_us);
  const monday = dayNumber - weekday + 1;
  const midnight = (day: number) => epochOfDay(site.zone, monday + day) - spec.epoch_us;
  const helpers = site.chain
    .map((id) => spec.contacts.find((contact) => contact.id === id))
    .filter((contact) => contact !== undefined);
  const spells = helpers.flatMap((helper) => spellsOf(helper, site, spec.epoch_us, midnight(0), midnight(DAYS)));
  const due_us = dueInstants(spec, site, monday, DAYS);
  const days = Array.from({ length: DAYS }, (_, day) =>
    dayOf(site, monday + day, { from_us: midnight(day), to_us: midnight(day + 1) }, spells, due_us),
  );
  const week: Spell = { from_us: midnight(0), to_us: midnight(DAYS) };
  const coming = spells.filter(({ is }) => is === 'comes');
  const zones = helpers.filter(({ role, zone }) => role === 'desk' && zone !== site.zone).map(({ zone }) => zone);
  return {
    site: site.id,
    zone: site.zone,
    helpers: helpers.map(({ id, role, hasKey }) => ({ id, role, hasKey })),
    deskClocks: [...new Set(zones)].map((zone) => ({ zone, minutes: minutesOf(zone, spec.epoch_us + week.from_us) })),
    mayNotOpen: site.opening !== undefined && site.opening.share < 1,
    days,
    length_us: week.to_us - week.from_us,
    nobody_us: sum(days.map(({ nobody_us }) => nobody_us)),
    nobodyWithKey_us: lengthOf(outside(week, coming)),
    due: sum(days.map(({ due_us: due }) => due.length)),
    dueWithNobody: sum(days.map(({ dueWithNobody }) => dueWithNobody)),
  };
}

function dayOf(
  site: SiteSpec,
  dayNumber: number,
  day: Spell,
  spells: readonly HelperSpell[],
  allDue_us: readonly number[],
): WeekDay {
  const own = spells.flatMap((spell) => within(day, [spell]).map((cut) => ({ ...spell, ...cut })));
  const coming = own.filter(({ is }) => is === 'comes');
  const nobody = outside(
    day,
    own.filter(({ is }) => is === 'comes' || is === 'from-afar'),
  );
  const due_us = allDue_us.filter((at_us) => day.from_us <= at_us && at_us < day.to_us);
  return {
    date: { ...civilOf(dayNumber), weekday: ((((dayNumber + 3) % DAYS) + DAYS) % DAYS) + 1 },
    ...day,
    holiday: holidayOn(site.province, dayNumber) ?? '',
    spells: own,
    nobody,
    fromAfarOnly: outside(day, [...coming, ...nobody]),
    due_us,
    nobody_us: lengthOf(nobody),
    dueWithNobody: due_us.filter((at_us) => nobody.some(({ from_us, to_us }) => from_us <= at_us && at_us < to_us)).length,
  };
}

/** A contact's calendar counts from an instant: here from the week's Monday. */
function spellsOf(contact: ContactSpec, site: SiteSpec, epoch_us: number, from_us: number, to_us: number): HelperSpell[] {
  const busy = contact.busy.map((spell) => ({ ...spell, from_us: spell.from_us - from_us, to_us: spell.to_us - from_us }));
  return contactSpells({ ...contact, busy }, epoch_us + from_us, to_us - from_us)
    .filter(({ is }) => is !== 'away')
    .map((spell) => ({
      helper: contact.id,
      from_us: spell.from_us + from_us,
      to_us: spell.to_us + from_us,
      is: spell.is === 'busy' ? 'busy' : helpOf(contact, site),
      reason: spell.is === 'busy' ? spell.reason : '',
    }));
}

function helpOf({ role, remote, hasKey, travelMin, base }: ContactSpec, site: SiteSpec): Help {
  if (role === 'desk') return remote === 'none' ? 'no-key' : 'from-afar';
  const travels = travelMin !== null || base !== undefined;
  return hasKey && travels && mayOpen(site, role) ? 'comes' : 'no-key';
}

function minutesOf(zone: string, midnight_us: number): number[] {
  return Array.from({ length: 9 }, (_, i) => localTime(zone, midnight_us + i * THREE_HOURS_US).minute);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
