import type { ChartDefinition } from '../charts/ChartDefinition.js';
import { personDefinition } from '../charts/person.chart.js';
import { ChartComponent } from '../engine/ChartComponent.js';
import type { ChartEngine } from '../engine/ChartEngine.js';
import type { Kernel } from '../kernel/Kernel.js';
import { siteOf, type WorldSpec } from '../spec/WorldSpec.js';
import { Habit } from './Habit.js';
import type { MachineAddresses } from './MachineAddresses.js';
import type { Programme } from './programme/Programme.js';
import type { Startable } from './Startable.js';

/** Registers every person, `P07`, with their habit, `P07/habit`. Returns what is to be started. */
export function buildPeople(
  kernel: Kernel,
  spec: WorldSpec,
  addressesOf: (machine: string) => MachineAddresses,
  engineOf: (definition: ChartDefinition) => ChartEngine,
  programme: Programme | null = null,
): Startable[] {
  const engine = engineOf(personDefinition);
  return spec.people.flatMap((person) => {
    const { id, machine, cartridge } = person;
    const { session, hands } = addressesOf(machine);
    const participant = programme?.participant(id);
    const direct = person.counter
      ? atCounter(`${person.counter}/queue`)
      : { lobby: `${machine}/lobby`, helpline: `${machine}/helpline`, session, hands };
    const chart = new ChartComponent(kernel, engine, {
      address: id,
      level: 3,
      roles: { habit: `${id}/habit`, ...(participant?.roles ?? direct) },
      slots: { person: id, cartridge },
      parameters: [spec.parameters],
    });
    const { zone } = siteOf(spec, machine);
    return [chart, new Habit(kernel, person, zone, spec.epoch_us, [spec.parameters], participant?.surroundings)];
  });
}

/** At a counter one person is what lobby, session, hands and helpline are at a machine. */
function atCounter(queue: string): Readonly<Record<'lobby' | 'session' | 'hands' | 'helpline', string>> {
  return { lobby: queue, session: queue, hands: queue, helpline: queue };
}
