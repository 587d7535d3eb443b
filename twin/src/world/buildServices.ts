import type { Body } from '../body/hinge.js';
import { guardDefinition } from '../charts/guard.chart.js';
import { powerDefinition } from '../charts/power.chart.js';
import { restockDefinition } from '../charts/restock.chart.js';
import { updateDefinition } from '../charts/update.chart.js';
import type { Counts } from '../dispenser/Counts.js';
import { ChartComponent } from '../engine/ChartComponent.js';
import type { EngineOf } from '../engine/tableEngineOf.js';
import type { Kernel } from '../kernel/Kernel.js';
import { type MachineSpec, type RestockSpec, siteOf, type WorldSpec } from '../spec/WorldSpec.js';
import { Doorkeeper } from './Doorkeeper.js';
import { GuardDesk } from './GuardDesk.js';
import { Mains } from './Mains.js';
import { Presence } from './Presence.js';
import { booksOf } from './pharmacy/buildPharmacies.js';
import type { Startable } from './Startable.js';
import { Supply } from './Supply.js';
import { UpdateServer } from './UpdateServer.js';
import { Ways } from './Ways.js';

/**
 * Registers what a machine lives on and is watched by, where its scenario has it: `MACHINE/power` with `MACHINE/mains`,
 * `MACHINE/guard` with `MACHINE/guard-desk`, `MACHINE/update` with `MACHINE/updates`. Returns what is to be started.
 */
export function buildServices(
  kernel: Kernel,
  spec: WorldSpec,
  machine: MachineSpec,
  { body, counts }: { readonly body: Body; readonly counts: Counts },
  engineOf: EngineOf,
): Startable[] {
  const { id, updates, restock } = machine;
  const parameters = [spec.parameters, machine.parameters];
  const at = (part: string) => `${id}/${part}`;
  const hinge = at('hinge');
  const has = (...kinds: readonly string[]) =>
    spec.faults.some((fault) => kinds.includes(fault.kind) && 'machine' in fault && fault.machine === id);
  const chart = (part: string, definition: Parameters<EngineOf>[0], roles: Readonly<Record<string, string | null>>) =>
    new ChartComponent(kernel, engineOf(definition), { address: at(part), level: 2, roles, parameters });
  const startables: Startable[] = [];
  if (has('power', 'controller-reset')) {
    new Mains(kernel, id, body);
    const roles = { hinge, mains: at('mains'), update: updates ? at('update') : null };
    startables.push(chart('power', powerDefinition, roles));
  }
  if (guardOf(spec, machine)) {
    const guard = machine.guard ?? { stopsOn: [], confirmBy: [] };
    new GuardDesk(kernel, { machine: id, guard, presence: new Presence(spec, id), parameters });
    startables.push(chart('guard', guardDefinition, { hinge, guardDesk: at('guard-desk') }));
  }
  if (updates) {
    const { zone } = siteOf(spec, id);
    const server = new UpdateServer(kernel, { machine: id, zone, epoch_us: spec.epoch_us, updates, parameters });
    startables.push(chart('update', updateDefinition, { hinge, updates: at('updates') }), server);
  }
  if (doorkeeperOf(spec, id) !== null) new Doorkeeper(kernel, id, siteOf(spec, id), spec.epoch_us);
  if (restock) {
    const roles = { supply: at('supply'), hands: at('hands'), inventory: at('counts') };
    startables.push(chart('restock', restockDefinition, roles), supplyOf(kernel, spec, id, restock, counts));
  }
  return startables;
}

function supplyOf(kernel: Kernel, spec: WorldSpec, machine: string, restock: RestockSpec, counts: Counts): Supply {
  const contact = spec.contacts.find(({ id }) => id === restock.by);
  if (!contact) throw new Error(`${machine} is restocked by ${restock.by}, who is no contact`);
  const { zone } = siteOf(spec, machine);
  return new Supply(kernel, {
    machine,
    zone,
    epoch_us: spec.epoch_us,
    restock,
    contact,
    ways: new Ways(spec, contact),
    lanes: lanesOf(spec, machine),
    counts,
    books: booksOf(spec, contact.id),
  });
}

/** Lanes that belong to somebody, in order: all of them where a programme gives them out while the world runs. */
function lanesOf(spec: WorldSpec, machine: string): readonly number[] {
  const people = spec.people.filter((person) => person.machine === machine || person.also?.includes(machine));
  const fitted = spec.machines.find(({ id }) => id === machine)?.cartridges ?? 0;
  const isGivenLater = people.some(({ machine: own, cartridge }) => own !== machine || cartridge === 0);
  if (isGivenLater) return Array.from({ length: fitted }, (_, i) => i + 1);
  return [...new Set(people.map(({ cartridge }) => cartridge))].sort((a, b) => a - b);
}

/** Who says when a machine may be opened: the address of its doorkeeper, or `null` where everybody with a key just opens it. */
export function doorkeeperOf(spec: WorldSpec, machine: string): string | null {
  const restocked = spec.machines.find(({ id }) => id === machine)?.restock !== undefined;
  return restocked || siteOf(spec, machine).access ? `${machine}/doorkeeper` : null;
}

/** Who hears of a machine's alarms: the address of its guard's desk, or `null` where none is there. */
export function guardOf(spec: WorldSpec, { id, guard }: MachineSpec): string | null {
  const watched = spec.faults.some(({ kind, ...fault }) => kind === 'video' && 'machine' in fault && fault.machine === id);
  return guard || watched ? `${id}/guard-desk` : null;
}
