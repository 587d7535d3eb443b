import {
  type CheckInSpec,
  type LookUpSpec,
  type MachineSpec,
  type RestockSpec,
  type SiteSpec,
  type UpdateSpec,
  WEEKDAYS,
} from '@dosetwin/twin';
import { Complaint, quote } from '../Complaint.js';
import type { SourcePath } from '../SourceNode.js';
import { daysOf } from '../schema/hoursSchema.js';
import type { ScenarioFile } from '../schema/scenarioSchema.js';
import type { Moment } from '../units/readMoment.js';
import { checkChain } from './checkChain.js';
import type { Resolution } from './Resolution.js';

/** What a machine lives on and is watched by; what the file leaves out is left out. */
export function servicesOf(
  resolution: Resolution,
  id: string,
  machine: ScenarioFile['machines'][string],
): Pick<MachineSpec, 'clockRules' | 'updates' | 'guard' | 'restock'> {
  const { guard } = machine;
  const restock = machine.restock && restockOf(resolution, id, machine.restock);
  const updates = updatesOf(resolution, id);
  const clockRules = machine['clock-rules'];
  if (guard)
    checkChain(resolution, ['machines', id, 'guard', 'confirm-by'], guard['confirm-by'], ['staff', ...resolution.contactNames]);
  return {
    ...(clockRules === 'current' ? {} : { clockRules }),
    ...(updates.length === 0 ? {} : { updates }),
    ...(restock ? { restock } : {}),
    ...(guard ? { guard: { stopsOn: guard['stops-on'], confirmBy: guard['confirm-by'] } } : {}),
  };
}

/** How a site is kept in touch with, and who may open its machines; what the file leaves out is left out. */
export function careOf(
  resolution: Resolution,
  id: string,
  site: ScenarioFile['sites'][string],
): Pick<SiteSpec, 'access' | 'checkIn' | 'manual' | 'looksUp' | 'talkShare'> {
  const { access, manual } = site;
  const checkIn = site['check-in'] && checkInOf(resolution, id, site['check-in']);
  const talkShare = site['wish-to-talk'];
  return {
    ...(access ? { access: { roles: access.roles ?? null, twoPerson: access['two-person'] } } : {}),
    ...(checkIn ? { checkIn } : {}),
    ...(manual ? { manual } : {}),
    ...(site['looks-up'] && { looksUp: lookUpOf(resolution, ['sites', id, 'looks-up'], site['looks-up']) }),
    ...(talkShare === undefined ? {} : { talkShare }),
  };
}

/** Whom somebody calls who has to find out what to do. */
export function lookUpOf(
  resolution: Resolution,
  path: SourcePath,
  { calls }: { readonly calls?: string | undefined },
): LookUpSpec {
  if (calls !== undefined) resolution.refers([...path, 'calls'], calls, 'contact', resolution.contactNames);
  return { calls: calls ?? null };
}

function checkInOf(
  resolution: Resolution,
  site: string,
  { on, at }: NonNullable<ScenarioFile['sites'][string]['check-in']>,
): CheckInSpec | null {
  const atMin = timeOfDay(resolution, ['sites', site, 'check-in', 'at'], at);
  return atMin === null ? null : { days: on === 'daily' ? WEEKDAYS : daysOf(on), atMin };
}

/** Minutes since midnight; anything but a time of day is a complaint. */
function timeOfDay(resolution: Resolution, path: SourcePath, moment: Moment): number | null {
  if (moment.is === 'time-of-day') return Math.floor(moment.second / 60);
  const message = 'must be a time of day such as 10:00, for every such day';
  resolution.complain(path, Complaint.of('this', message, 'a time of day'));
  return null;
}

type RestockEntry = NonNullable<ScenarioFile['machines'][string]['restock']>;

function restockOf(resolution: Resolution, machine: string, restock: RestockEntry): RestockSpec | null {
  const path = ['machines', machine, 'restock'];
  const { by, on, at, to, keeps, ends } = restock;
  const isKnown = resolution.refers([...path, 'by'], by, 'contact', resolution.contactNames);
  if (isKnown && resolution.sections.contacts?.[by]?.role === 'desk') {
    const message = 'is a desk, which brings nothing; name a contact who comes';
    resolution.complain([...path, 'by'], Complaint.of(quote(by), message, 'a contact who comes'));
  }
  const atMin = timeOfDay(resolution, [...path, 'at'], at);
  const { clock, firstZone } = resolution;
  const ends_us =
    ends === undefined || clock === null || firstZone === null
      ? null
      : resolution.unless([...path, 'ends'], clock.instant(ends, firstZone));
  if (!isKnown || atMin === null) return null;
  const days = on === 'daily' ? WEEKDAYS : daysOf(on);
  return { by, days, atMin, upTo: to, ends_us, ...(keeps === undefined ? {} : { keeps_us: keeps }) };
}

/** Machines of an update are looked up once, when the first machine is read. */
function updatesOf(resolution: Resolution, machine: string): UpdateSpec[] {
  const { clock, firstZone, machineNames, sections } = resolution;
  return Object.entries(sections.updates ?? {}).flatMap(([name, update]): UpdateSpec[] => {
    const path = ['updates', name];
    const isFirst = machine === machineNames[0];
    const named = update.machines ?? machineNames;
    if (isFirst && update.machines)
      named.forEach((one, i) => {
        resolution.refers([...path, 'machines', ...(named.length > 1 ? [i] : [])], one, 'machine', machineNames);
      });
    if (clock === null || firstZone === null || !(named.includes(machine) || isFirst)) return [];
    const at = clock.within(update.offered, firstZone);
    const at_us = isFirst ? resolution.unless([...path, 'offered'], at) : typeof at === 'number' ? at : null;
    if (at_us === null || !named.includes(machine)) return [];
    return [{ name, at_us, outcome: update.outcome, brings: update.brings }];
  });
}
