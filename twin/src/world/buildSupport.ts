import type { ChartDefinition } from '../charts/ChartDefinition.js';
import { contactDefinition } from '../charts/contact.chart.js';
import { deskDefinition } from '../charts/desk.chart.js';
import { type ParameterOverrides, parameterValues } from '../charts/parameters.js';
import { ticketDefinition } from '../charts/ticket.chart.js';
import { ticketParameters } from '../charts/ticket.parameters.js';
import { ChartComponent } from '../engine/ChartComponent.js';
import type { ChartEngine } from '../engine/ChartEngine.js';
import type { Kernel } from '../kernel/Kernel.js';
import { type ContactSpec, type MachineSpec, siteOf, type WorldSpec } from '../spec/WorldSpec.js';
import { doorkeeperOf } from './buildServices.js';
import { DeskDiary } from './DeskDiary.js';
import { Diary } from './Diary.js';
import { Helpline } from './Helpline.js';
import type { MachineAddresses } from './MachineAddresses.js';
import type { Startable } from './Startable.js';
import { supportParameters } from './support.parameters.js';
import { Ways } from './Ways.js';

/**
 * Registers every machine's ticket and helpline, `MACHINE/ticket` and `MACHINE/helpline`, and every contact with their
 * diary, `nurse` and `nurse/diary`. Returns what is to be started.
 */
export function buildSupport(
  kernel: Kernel,
  spec: WorldSpec,
  addressesOf: (machine: string) => MachineAddresses,
  engineOf: (definition: ChartDefinition) => ChartEngine,
): Startable[] {
  const [ticket, contact, desk] = [ticketDefinition, contactDefinition, deskDefinition].map(engineOf) as [
    ChartEngine,
    ChartEngine,
    ChartEngine,
  ];
  const contacts = new Map(spec.contacts.map((one) => [one.id, one]));
  return [
    ...spec.machines.map((machine) => ticketOf(kernel, ticket, spec, machine, addressesOf(machine.id), contacts)),
    ...spec.contacts.flatMap((one) => contactOf(kernel, one.role === 'desk' ? desk : contact, spec, one)),
  ];
}

function ticketOf(
  kernel: Kernel,
  engine: ChartEngine,
  spec: WorldSpec,
  { id: machine, parameters: own }: MachineSpec,
  addresses: MachineAddresses,
  contacts: ReadonlyMap<string, ContactSpec>,
): Startable {
  const parameters = [spec.parameters, own];
  const { epoch_us } = spec;
  const site = siteOf(spec, machine);
  const doorkeeper = doorkeeperOf(spec, machine);
  new Helpline(kernel, { machine, site, contacts, addresses, epoch_us, doorkeeper, parameters });
  const { hands, inventory } = addresses;
  const withManual = site.manual ? [...parameters, quickerBy(parameters)] : parameters;
  const roles = { helpline: `${machine}/helpline`, hands, inventory };
  return new ChartComponent(kernel, engine, { address: `${machine}/ticket`, level: 3, roles, parameters: withManual });
}

/** The steps that a manual makes quicker, as a layer over what is set already. */
function quickerBy(layers: readonly ParameterOverrides[]): ParameterOverrides {
  const { manualWorkShare } = parameterValues('support', supportParameters, ...layers);
  const { freeMs, countMs, tidyMs } = parameterValues('ticket', ticketParameters, ...layers);
  const quicker = (ms: number) => Math.max(1_000, ms * manualWorkShare);
  return { ticket: { freeMs: quicker(freeMs), countMs: quicker(countMs), tidyMs: quicker(tidyMs) } };
}

function contactOf(kernel: Kernel, engine: ChartEngine, spec: WorldSpec, contact: ContactSpec): Startable[] {
  const parameters = [spec.parameters];
  const roles = { diary: `${contact.id}/diary` };
  const chart = new ChartComponent(kernel, engine, { address: contact.id, level: 3, roles, parameters });
  if (contact.role === 'desk') return [chart, new DeskDiary(kernel, contact, spec.epoch_us, parameters)];
  new Diary(kernel, contact, spec.epoch_us, parameters, new Ways(spec, contact));
  return [chart];
}
