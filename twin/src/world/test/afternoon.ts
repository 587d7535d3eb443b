import { WEEKDAYS, type WeeklyHours } from '../../calendar/WeeklyHours.js';
import { epochOf } from '../../calendar/zone.js';
import { XStateEngine } from '../../engine/XStateEngine.js';
import { Kernel } from '../../kernel/Kernel.js';
import type { TraceEntry } from '../../kernel/trace.js';
import type { ContactSpec, PersonSpec, SiteSpec, WorldSpec } from '../../spec/WorldSpec.js';
import { buildPeople } from '../buildPeople.js';
import { buildSites } from '../buildSites.js';
import { buildSupport } from '../buildSupport.js';
import type { Startable } from '../Startable.js';
import { AnsweringMachine } from './AnsweringMachine.js';

export const MIN = 60_000_000;
export const HOUR = 60 * MIN;
/** Tuesday 14 September 2021, noon in Vancouver. */
export const NOON = epochOf('America/Vancouver', { year: 2021, month: 9, day: 14 }, 720);

/** The same hours every day, or on working days; closed or as usual on holidays. */
export function hoursOf(fromMin: number, toMin: number, days: 'daily' | 'mon-fri', holidays: 'open' | 'closed'): WeeklyHours {
  const open = WEEKDAYS.slice(0, days === 'daily' ? 7 : 5);
  const week = WEEKDAYS.map((day) => [day, open.includes(day) ? [{ fromMin, toMin }] : []]);
  return { days: Object.fromEntries(week) as WeeklyHours['days'], holidays: holidays === 'open' ? null : [] };
}

export const ALWAYS = hoursOf(0, 1440, 'daily', 'open');
const VANCOUVER = { zone: 'America/Vancouver', province: 'BC' };

export function person(id: string, cartridge: number, change: Partial<PersonSpec> = {}): PersonSpec {
  return {
    id,
    machine: 'harbour-house-1',
    cartridge,
    windows: [{ fromMin: 720, toMin: 1080 }],
    minIntervalMin: 180,
    dailyCap: 1,
    arrival: { kind: 'habit', attendance: 1 },
    hands: { cold: false, lotionOrDust: false },
    falseNonMatchRate: null,
    ...change,
  };
}

export const pharmacy: ContactSpec = {
  ...VANCOUVER,
  id: 'pharmacy',
  role: 'pharmacist',
  hours: hoursOf(540, 1080, 'mon-fri', 'closed'),
  busy: [{ from_us: 30 * MIN, to_us: 6 * HOUR, reason: 'busy' }],
  hasKey: true,
  whenBusy: 'declines',
  travelMin: [15, 25, 45],
  remote: 'none',
};

export const nurse: ContactSpec = {
  ...pharmacy,
  id: 'nurse',
  role: 'nurse',
  hours: hoursOf(510, 1080, 'mon-fri', 'closed'),
  busy: [{ from_us: 30 * MIN, to_us: 4.5 * HOUR, reason: 'outreach' }],
  whenBusy: 'comes-when-free',
  travelMin: [5, 11, 20],
};

export const desk: ContactSpec = {
  id: 'desk',
  role: 'desk',
  zone: 'America/Halifax',
  province: 'NS',
  hours: hoursOf(510, 990, 'mon-fri', 'closed'),
  busy: [],
  hasKey: false,
  whenBusy: 'declines',
  travelMin: null,
  remote: 'by-chance',
};

export const site: SiteSpec = {
  ...VANCOUVER,
  id: 'harbour-house',
  setting: 'housing',
  hours: ALWAYS,
  staff: ALWAYS,
  chain: ['pharmacy', 'nurse', 'desk'],
  overrideBy: [],
};

/** The incident of S1 without its crowd: one person, at seven past two. */
export const afternoon: WorldSpec = {
  epoch_us: NOON,
  length_us: 6 * HOUR,
  sites: [site],
  machines: [{ id: 'harbour-house-1', site: 'harbour-house', cartridges: 48, loaded: [], parameters: {} }],
  people: [person('P19', 19, { arrival: { kind: 'instants', at_us: [127 * MIN + 12_000_000] } })],
  contacts: [pharmacy, nurse, desk],
  faults: [],
  parameters: {},
};

export interface Run {
  readonly kernel: Kernel;
  readonly entries: TraceEntry[];
  readonly machines: ReadonlyMap<string, AnsweringMachine>;
  /** Runs on to an instant, and gives the entries of certain kinds so far, `state` entries left out. */
  until(t_us: number): TraceEntry[];
}

/** The world's people and places on a real kernel, with an answering part where level 2 would be. */
export function begin(spec: WorldSpec, seed = 1, { start = true } = {}): Run {
  const entries: TraceEntry[] = [];
  const kernel = new Kernel({ seed, onEntry: (entry) => entries.push(entry) });
  const machines = new Map(spec.machines.map(({ id }) => [id, new AnsweringMachine(kernel, id)]));
  const addressesOf = (machine: string) => {
    const session = `${machine}/session`;
    return { session, hands: session, inventory: session, recovery: session };
  };
  const engineOf = (definition: ConstructorParameters<typeof XStateEngine>[0]) => new XStateEngine(definition);
  const startables: Startable[] = [
    ...machines.values(),
    ...buildSites(kernel, spec),
    ...buildPeople(kernel, spec, addressesOf, engineOf),
    ...buildSupport(kernel, spec, addressesOf, engineOf),
  ];
  if (start) for (const one of startables) one.start();
  return {
    kernel,
    entries,
    machines,
    until: (t_us) => {
      kernel.runUntil(t_us);
      return entries.filter(({ kind }) => kind !== 'state');
    },
  };
}

/** `12:34 nurse set-off`, by the clock of the site, for entries to be read in a test. */
export function lines(entries: readonly TraceEntry[], startMin = 720): string[] {
  return entries.map(({ t_us, source, kind, payload }) => {
    const minute = startMin + Math.floor(t_us / MIN);
    const clock = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
    const words = Object.entries(payload)
      .filter(([key]) => !key.endsWith('_us'))
      .map(([key, value]) => `${key}=${value}`);
    return [clock, source, kind, ...words].join(' ');
  });
}
