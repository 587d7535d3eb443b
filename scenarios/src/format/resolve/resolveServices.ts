import { type MachineSpec, type RestockSpec, type SiteSpec, type UpdateSpec, WEEKDAYS } from '@dosetwin/twin';
import { Complaint, quote } from '../Complaint.js';
import { daysOf } from '../schema/hoursSchema.js';
import type { ScenarioFile } from '../schema/scenarioSchema.js';
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

export function accessOf({ access }: ScenarioFile['sites'][string]): Pick<SiteSpec, 'access'> {
  return access ? { access: { roles: access.roles ?? null, twoPerson: access['two-person'] } } : {};
}

type RestockEntry = NonNullable<ScenarioFile['machines'][string]['restock']>;

function restockOf(resolution: Resolution, machine: string, restock: RestockEntry): RestockSpec | null {
  const path = ['machines', machine, 'restock'];
  const { by, on, at, to, ends } = restock;
  const isKnown = resolution.refers([...path, 'by'], by, 'contact', resolution.contactNames);
  if (isKnown && resolution.sections.contacts?.[by]?.role === 'desk') {
    const message = 'is a desk, which brings nothing; name a contact who comes';
    resolution.complain([...path, 'by'], Complaint.of(quote(by), message, 'a contact who comes'));
  }
  if (at.is !== 'time-of-day') {
    const message = 'must be a time of day such as 10:00, for every such day';
    resolution.complain([...path, 'at'], Complaint.of('this', message, 'a time of day'));
    return null;
  }
  const { clock, firstZone } = resolution;
  const ends_us =
    ends === undefined || clock === null || firstZone === null
      ? null
      : resolution.unless([...path, 'ends'], clock.instant(ends, firstZone));
  if (!isKnown) return null;
  const days = on === 'daily' ? WEEKDAYS : daysOf(on);
  return { by, days, atMin: Math.floor(at.second / 60), upTo: to, ends_us };
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
