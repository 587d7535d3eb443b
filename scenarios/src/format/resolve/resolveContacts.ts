import type { BusySpell, ContactSpec, RoundSpec } from '@dosetwin/twin';
import { localTime, US_PER_DAY, US_PER_MIN, WEEKDAYS } from '@dosetwin/twin';
import { Complaint } from '../Complaint.js';
import type { SourcePath } from '../SourceNode.js';
import { daysOf } from '../schema/hoursSchema.js';
import type { ScenarioFile } from '../schema/scenarioSchema.js';
import { atSeconds, daysLater } from '../units/readLocalTime.js';
import type { Moment } from '../units/readMoment.js';
import type { Resolution } from './Resolution.js';
import { epochAt } from './ScenarioClock.js';

type ContactEntry = ScenarioFile['contacts'][string];
type BusyEntry = ContactEntry['busy'][number];

export function resolveContacts(resolution: Resolution): ContactSpec[] {
  const firstProvince = Object.values(resolution.sections.sites ?? {})[0]?.province ?? '';
  return Object.entries(resolution.sections.contacts ?? {}).map(([id, contact]) => {
    const zone = resolution.zone(['contacts', id, 'zone'], contact.zone);
    if (contact.remote !== 'none' && contact.role !== 'desk') {
      const message = `is for a desk, and ${id} is a ${contact.role}; leave it out, or make the role desk`;
      resolution.complain(['contacts', id, 'remote'], Complaint.of('remote', message, 'none'), true);
    }
    const { role, hours, remote } = contact;
    const rounds = zone === null ? [] : roundsOf(resolution, id, contact, zone);
    const onRounds = rounds.map(({ from_us, to_us }) => ({ from_us, to_us, reason: 'rounds' }));
    return {
      id,
      role,
      zone: zone ?? '',
      province: contact.province ?? firstProvince,
      hours,
      busy: [
        ...contact.busy.flatMap((spell, i) =>
          zone === null ? [] : spellsOf(resolution, ['contacts', id, 'busy', i], spell, zone),
        ),
        ...onRounds,
      ],
      ...(rounds.length === 0 ? {} : { rounds }),
      hasKey: contact.key,
      whenBusy: contact['when-busy'],
      travelMin: travelOf(resolution, id, contact),
      ...baseOf(resolution, id, contact),
      remote,
    };
  });
}

function roundsOf(resolution: Resolution, id: string, { rounds }: ContactEntry, zone: string): RoundSpec[] {
  return rounds.flatMap((round, i) => {
    const path = ['contacts', id, 'rounds', i];
    resolution.refers([...path, 'site'], round.site, 'site', resolution.siteNames);
    const spells = everyDay(resolution, path, { ...round, reason: 'rounds' }, zone);
    return spells.map(({ from_us, to_us }) => ({ site: round.site, from_us, to_us }));
  });
}

/** Where they drive from; the way to every machine must be known. */
function baseOf(resolution: Resolution, id: string, { 'based-at': base, travel }: ContactEntry): { readonly base?: string } {
  if (base === undefined) return {};
  const path = ['contacts', id, 'based-at'];
  if (!resolution.refers(path, base, 'site', resolution.siteNames)) return {};
  const { sites = {}, roads = [], machines = {} } = resolution.sections;
  const isKnown = (site: string) =>
    site === base ||
    (sites[base]?.place !== undefined && sites[site]?.place !== undefined) ||
    roads.some((road) => road?.between.includes(base) && road.between.includes(site));
  const lost = Object.values(machines).find(({ site }) => !isKnown(site));
  const message = travel
    ? 'is where they drive from, and `travel` says how long they take; keep one of the two'
    : lost
      ? `is ${base}, and nobody says how far ${lost.site} is from there; give both a place, or add a road between them`
      : null;
  if (message !== null) resolution.complain(path, Complaint.of('based-at', message, 'a base with roads'), true);
  return { base };
}

function travelOf(resolution: Resolution, id: string, { travel }: ContactEntry): readonly [number, number, number] | null {
  if (!travel) return null;
  const [least = 0, likely = 0, most = 0] = travel.map((us) => us / US_PER_MIN);
  if (!(least <= likely && likely <= most)) {
    const message = 'does not rise; write the least, the likely and the most time, in this order';
    resolution.complain(['contacts', id, 'travel'], Complaint.of('this', message, 'least, likely, most'));
  }
  return [least, likely, most];
}

/** A spell's `to` is the first after the start, and its `from` the last before that; what lies before the start is cut. */
function spellsOf(resolution: Resolution, path: SourcePath, spell: BusyEntry, zone: string): BusySpell[] {
  const { clock } = resolution;
  if (clock === null) return [];
  if (spell.on !== undefined) return everyDay(resolution, path, spell, zone);
  const to_us = resolution.unless([...path, 'to'], clock.instant(spell.to, zone));
  if (to_us === null) return [];
  const from_us = resolution.unless([...path, 'from'], lastBefore(resolution, spell.from, to_us, zone));
  if (from_us === null) return [];
  if (from_us >= to_us) {
    resolution.complain(
      [...path, 'to'],
      Complaint.of('this', 'is not after `from`, so the spell has no length', 'a time after from'),
    );
    return [];
  }
  // A spell after the end is a fact of that day all the same, and does nothing.
  return to_us <= 0 ? [] : [{ from_us: Math.max(0, from_us), to_us, reason: spell.reason }];
}

function lastBefore(resolution: Resolution, from: Moment, to_us: number, zone: string): number | Complaint {
  const clock = resolution.clock;
  if (clock === null) return 0;
  if (from.is !== 'time-of-day') return clock.instant(from, zone);
  const at = clock.instant(from, zone, to_us - US_PER_DAY);
  return at;
}

/** One spell for every such day that the scenario touches. */
function everyDay(resolution: Resolution, path: SourcePath, spell: BusyEntry, zone: string): BusySpell[] {
  const { clock } = resolution;
  const { from, to, on = 'daily', reason } = spell;
  if (clock === null) return [];
  if (from.is !== 'time-of-day' || to.is !== 'time-of-day' || from.second === to.second) {
    const message = 'says on which days, so `from` and `to` must be two different times of day, such as 12:30 and 16:30';
    resolution.complain([...path, 'on'], Complaint.of('this spell', message, 'times of day'));
    return [];
  }
  const days = on === 'daily' ? WEEKDAYS : daysOf(on);
  const spells: BusySpell[] = [];
  const first = daysLater(clock.local(zone, 0), -1);
  for (let day = 0; day * US_PER_DAY < clock.length_us + 2 * US_PER_DAY; day++) {
    const date = daysLater(first, day);
    const begins = epochAt(zone, atSeconds(date, from.second));
    const ends = epochAt(zone, atSeconds(to.second > from.second ? date : daysLater(date, 1), to.second));
    if (begins === null || ends === null || !days.includes(WEEKDAYS[localTime(zone, begins).weekday - 1] ?? 'mon')) continue;
    const [from_us, to_us] = [begins - clock.epoch_us, ends - clock.epoch_us];
    if (to_us > 0 && from_us < clock.length_us) spells.push({ from_us: Math.max(0, from_us), to_us, reason });
  }
  return spells;
}
