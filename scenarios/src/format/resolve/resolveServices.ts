import type { MachineSpec, UpdateSpec } from '@dosetwin/twin';
import type { ScenarioFile } from '../schema/scenarioSchema.js';
import { checkChain } from './checkChain.js';
import type { Resolution } from './Resolution.js';

/** What a machine lives on and is watched by; what the file leaves out is left out. */
export function servicesOf(
  resolution: Resolution,
  id: string,
  machine: ScenarioFile['machines'][string],
): Pick<MachineSpec, 'clockRules' | 'updates' | 'guard'> {
  const { guard } = machine;
  const updates = updatesOf(resolution, id);
  const clockRules = machine['clock-rules'];
  if (guard)
    checkChain(resolution, ['machines', id, 'guard', 'confirm-by'], guard['confirm-by'], ['staff', ...resolution.contactNames]);
  return {
    ...(clockRules === 'current' ? {} : { clockRules }),
    ...(updates.length === 0 ? {} : { updates }),
    ...(guard ? { guard: { stopsOn: guard['stops-on'], confirmBy: guard['confirm-by'] } } : {}),
  };
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
