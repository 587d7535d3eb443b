import { type ContactSpec, RandomStream, type TraceEntry, World, type WorldSpec } from '@dosetwin/twin';
import { libraryScenario } from './libraryScenario.js';

/**
 * A world of machines that fail and technicians who mend them, made of the scenarios' own charts and people: somebody comes
 * to a machine at given instants and every motion jams, whoever got no dose tells the staff at once, and the technicians
 * stand beside. All steps that a queue's theory leaves out take the least that they can, a few seconds together.
 */
export interface QueueWorld {
  readonly machines: number;
  readonly technicians: number;
  readonly mendMeanMin: number;
  readonly hours: number;
  readonly seed: number;
  /** Hours at which somebody comes to a machine, by machine. */
  readonly comes: readonly (readonly number[])[];
}

export interface Mending {
  /** Hours from the failure to the technician's arrival, and to its being mended. */
  readonly waited: number;
  readonly down: number;
}

const US_PER_H = 3_600_000_000;
const ALL_DAY = [{ fromMin: 0, toMin: 1_440 }];

/** Runs it, and says how each mending went that was done by the end, and how many machine hours were lost. */
export function runQueue(queue: QueueWorld): { readonly mendings: readonly Mending[]; readonly downHours: number } {
  const spec = specOf(queue);
  const failed = new Map<string, { at_us: number; arrived_us: number | null }>();
  const mendings: Mending[] = [];
  let down_us = 0;
  const onEntry = ({ t_us, source, kind, payload }: TraceEntry) => {
    const machine = String(kind === 'on-site' ? payload.machine : source.split('/')[0]);
    const open = failed.get(machine);
    if (kind === 'jam') failed.set(machine, { at_us: t_us, arrived_us: null });
    else if (kind === 'on-site' && open) open.arrived_us ??= t_us;
    else if (kind === 'cleared' && open) {
      failed.delete(machine);
      down_us += t_us - open.at_us;
      mendings.push({ waited: ((open.arrived_us ?? t_us) - open.at_us) / US_PER_H, down: (t_us - open.at_us) / US_PER_H });
    }
  };
  const kinds = new Set(['jam', 'on-site', 'cleared']);
  const world = new World(spec, { seed: queue.seed, wants: (_, kind) => kinds.has(kind), onEntry });
  world.start();
  world.runUntil(spec.length_us);
  for (const { at_us } of failed.values()) down_us += spec.length_us - at_us;
  return { mendings, downHours: down_us / US_PER_H };
}

/** A Poisson process: hours of its events up to `hours`, `rate` of them an hour. */
export function poissonHours(seed: number, name: string, rate: number, hours: number): number[] {
  const stream = new RandomStream(seed, name, 'comes');
  const events: number[] = [];
  for (let at = stream.exponential(1 / rate); at < hours; at += stream.exponential(1 / rate)) events.push(at);
  return events;
}

function specOf({ machines, technicians, mendMeanMin, hours, comes }: QueueWorld): WorldSpec {
  const { spec } = libraryScenario('routine-day');
  const [site, machine, person] = [spec.sites[0], spec.machines[0], spec.people[0]];
  const like = spec.contacts.find(({ role }) => role === 'nurse');
  if (!site || !machine || !person || !like) throw new Error('routine-day lacks a site, a machine, a person or a nurse');
  const always = site.hours;
  const numbers = Array.from({ length: machines }, (_, m) => m);
  const contacts = Array.from({ length: technicians }, (_, t): ContactSpec => {
    return { ...like, id: `technician-${t + 1}`, role: 'technician', hours: always, busy: [], travelMin: [0, 0, 0] };
  });
  return {
    ...spec,
    length_us: hours * US_PER_H,
    sites: [{ ...site, chain: contacts.map(({ id }) => id) }],
    machines: numbers.map((m) => ({ ...machine, id: `machine-${m}`, cartridges: 1, loaded: [14], parameters: {} })),
    people: numbers.map((m) => ({
      ...person,
      id: `P${m}`,
      machine: `machine-${m}`,
      cartridge: 1,
      windows: ALL_DAY,
      minIntervalMin: 0,
      dailyCap: 99,
      falseNonMatchRate: 0,
      arrival: { kind: 'instants' as const, at_us: (comes[m] ?? []).map((hour) => Math.round(hour * US_PER_H)) },
    })),
    contacts,
    parameters: leastOf(mendMeanMin),
  };
}

/** Every motion jams and nothing falls; steps and calls as short as they may be; nobody waits long for help. */
function leastOf(mendMeanMin: number): WorldSpec['parameters'] {
  return {
    mechanism: {
      jamShare: 1,
      stallWeight: 0,
      hangUpWeight: 0,
      misalignmentWeight: 1,
      doubleFeedWeight: 0,
      chuteDoorWeight: 0,
      falseDropShare: 0,
    },
    reader: { failureToAcquireShare: 0 },
    people: { helpPatienceMedianMin: 1, helpPatienceSigma: 0 },
    support: { personTellsMin: 0, callLeastMin: 0, callLikelyMin: 0, callMostMin: 0, mendMeanMin },
    contact: { getsReadyMs: 0 },
    ticket: { openDoorMs: 1_000, freeMs: 1_000, countMs: 1_000, tidyMs: 0, closeDoorMs: 1_000, signOffMs: 1_000 },
  };
}
