import { type FaultCause, type FaultSpec, RandomStream, US_PER_MIN } from '@dosetwin/twin';
import { Complaint } from '../Complaint.js';
import type { SourcePath } from '../SourceNode.js';
import { befallsWholeMachine } from '../schema/eventSchemas.js';
import type { ScenarioFile } from '../schema/scenarioSchema.js';
import type { Resolution } from './Resolution.js';

type FaultEntry = ScenarioFile['faults'][number];

/** More faults than this from one line would be another scenario. */
const MOST_OF_ONE_LINE = 1_000;

/**
 * Faults at their instants, in the order of time. One by chance is drawn here, from the scenario's seed and its place in the
 * list, so that the world receives a plain list; another seed gives other instants.
 */
export function resolveFaults(resolution: Resolution, people: ReadonlyMap<string, readonly string[]>): FaultSpec[] {
  const faults = (resolution.sections.faults ?? []) as readonly (FaultEntry | undefined)[];
  const resolved = faults.flatMap((fault, i) => (fault ? resolveFault(resolution, fault, i, people) : []));
  return resolved.sort((a, b) => a.at_us - b.at_us);
}

function resolveFault(
  resolution: Resolution,
  fault: FaultEntry,
  i: number,
  people: ReadonlyMap<string, readonly string[]>,
): FaultSpec[] {
  const path = ['faults', i];
  const stream = new RandomStream(resolution.seed, 'scenario', `fault ${i + 1}`);
  const isPerson = fault.cause === 'cold-hands';
  refuse(resolution, path, fault, isPerson);
  const machine = fault.machine;
  const isKnown =
    isPerson || (machine !== undefined && resolution.refers([...path, 'machine'], machine, 'machine', resolution.machineNames));
  const ids = isPerson ? personsOf(resolution, path, fault, people) : [];
  const instants = instantsOf(resolution, path, fault, stream, people);
  if (!isKnown) return [];
  const lengths = new RandomStream(resolution.seed, 'scenario', `length of fault ${i + 1}`);
  return instants.flatMap((at_us): FaultSpec[] => {
    const forMin = lengthMin(fault, lengths);
    if (isPerson) return ids.map((person) => ({ kind: 'cold-hands', at_us, person, forMin }));
    const around = AROUND_A_MACHINE[fault.cause];
    if (around === 'controller-reset') return [{ kind: around, at_us, machine: machine ?? '' }];
    if (around !== undefined) return [{ kind: around, at_us, machine: machine ?? '', forMin }];
    const cartridge = cartridgeOf(resolution, path, fault, stream);
    return [{ kind: 'mechanism', at_us, machine: machine ?? '', cartridge, cause: fault.cause as FaultCause }];
  });
}

/** How long one lasts, `null` for to the end. Lengths have draws of their own, so that they move no instant. */
function lengthMin({ for: fixed_us, lasts }: FaultEntry, stream: RandomStream): number | null {
  if (lasts) return stream.lognormal(lasts.median / US_PER_MIN, lasts.sigma);
  return fixed_us === undefined ? null : fixed_us / US_PER_MIN;
}

/** Causes that befall a machine from around it, and their kinds. */
const AROUND_A_MACHINE: Readonly<Record<string, 'network' | 'power' | 'controller-reset' | 'tamper' | 'video'>> = {
  network: 'network',
  'power-cut': 'power',
  'controller-reset': 'controller-reset',
  tamper: 'tamper',
  video: 'video',
};

/** What a cause needs, and what it has no use for. */
function refuse(resolution: Resolution, path: SourcePath, fault: FaultEntry, isPerson: boolean): void {
  const complain = (key: string, message: string, expected: string) =>
    resolution.complain([...path, key], Complaint.of(key, message, expected), true);
  const howLong = (['for', 'lasts'] as const).filter((key) => fault[key] !== undefined);
  const whens = (['at', 'chance', 'every'] as const).filter((key) => fault[key] !== undefined);
  if (whens.length !== 1) {
    const message =
      whens.length === 0
        ? 'says not when: add `at: 14:05`, `chance: 20 %` or `every: 5 d`'
        : `says when in ${whens.length} ways (${whens.join(', ')}); keep one`;
    resolution.complain(path, Complaint.of('this fault', message, 'one of at, chance and every'));
  }
  if (fault.between && fault.at !== undefined)
    complain('between', 'goes with `chance` or `every`, not with `at`; remove one', 'no between');
  if (fault.for !== undefined && fault.lasts)
    complain('lasts', 'says how long by chance, and `for` says how long it is; keep one of the two', 'for or lasts');
  if (isPerson) {
    if (fault.person === undefined) complain('person', 'is missing; cold hands are somebody’s: add person: P19', 'a person');
    for (const key of ['machine', 'cartridge'] as const)
      if (fault[key] !== undefined) complain(key, 'has no meaning for cold hands; name the person only', 'a person');
    return;
  }
  if (fault.person !== undefined) complain('person', `has no meaning for ${fault.cause}; name a machine`, 'a machine');
  if (fault.machine === undefined) complain('machine', `is missing; say which machine the ${fault.cause} befalls`, 'a machine');
  const around = AROUND_A_MACHINE[fault.cause];
  if (around !== undefined) {
    if (fault.cartridge !== undefined) {
      const kind = fault.cause === 'network' ? 'network fault' : fault.cause;
      complain('cartridge', `has no meaning for a ${kind}; remove it`, 'no cartridge');
    }
    for (const key of howLong)
      if (around === 'controller-reset')
        complain(key, 'has no meaning for a controller-reset, which is over at once; remove it', `no ${key}`);
    return;
  }
  for (const key of howLong)
    complain(key, `goes with network and cold-hands; a ${fault.cause} stays until somebody clears it`, `no ${key}`);
  if (fault.cartridge === undefined && fault.at !== undefined && !befallsWholeMachine(fault.cause)) {
    complain('cartridge', `is missing; say which cartridge the ${fault.cause} befalls`, 'a cartridge');
  }
}

function personsOf(
  resolution: Resolution,
  path: SourcePath,
  { person }: FaultEntry,
  people: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (person === undefined) return [];
  const pseudonyms = [...people.values()].flat();
  if (!people.has(person) && pseudonyms.includes(person)) return [person];
  if (!resolution.refers([...path, 'person'], person, 'person', [...new Set([...people.keys(), ...pseudonyms])])) return [];
  return people.get(person) ?? [];
}

function cartridgeOf(
  resolution: Resolution,
  path: SourcePath,
  { cartridge, machine = '', cause }: FaultEntry,
  stream: RandomStream,
): number {
  const fitted = resolution.sections.machines?.[machine]?.cartridges;
  if (cartridge === undefined) return befallsWholeMachine(cause) ? 1 : stream.integer(1, fitted ?? 1);
  if (fitted !== undefined && cartridge > fitted) {
    const message = `is not a cartridge of ${machine}, which has ${fitted}`;
    resolution.complain([...path, 'cartridge'], Complaint.of(String(cartridge), message, `1 to ${fitted}`));
  }
  return cartridge;
}

function instantsOf(
  resolution: Resolution,
  path: SourcePath,
  fault: FaultEntry,
  stream: RandomStream,
  people: ReadonlyMap<string, readonly string[]>,
): number[] {
  const { clock } = resolution;
  const zone = zoneOf(resolution, fault, people);
  if (clock === null || zone === null) return [];
  if (fault.at !== undefined) {
    const at_us = resolution.unless([...path, 'at'], clock.within(fault.at, zone));
    return at_us === null ? [] : [at_us];
  }
  const bounds = (fault.between ?? []).map((moment, i) => resolution.unless([...path, 'between', i], clock.within(moment, zone)));
  const [from_us = 0, to_us = clock.length_us] = bounds;
  if (from_us === null || to_us === null) return [];
  if (from_us >= to_us && clock.hasEnd) {
    resolution.complain(
      [...path, 'between'],
      Complaint.of('this', 'ends before it begins; write the earlier time first', 'two times in order'),
    );
    return [];
  }
  if (fault.chance !== undefined) return stream.chance(fault.chance) ? [Math.floor(stream.between(from_us, to_us))] : [];
  return fault.every === undefined ? [] : spread(resolution, path, fault.every, from_us, to_us, stream);
}

function spread(
  resolution: Resolution,
  path: SourcePath,
  every_us: number,
  from_us: number,
  to_us: number,
  stream: RandomStream,
): number[] {
  if ((to_us - from_us) / every_us > MOST_OF_ONE_LINE) {
    const message = `would happen more than ${MOST_OF_ONE_LINE} times; write a longer time`;
    resolution.complain([...path, 'every'], Complaint.of('this', message, `at most ${MOST_OF_ONE_LINE} faults`));
    return [];
  }
  const instants: number[] = [];
  for (let at_us = from_us + stream.exponential(every_us); at_us < to_us; at_us += stream.exponential(every_us)) {
    instants.push(Math.floor(at_us));
  }
  return instants;
}

/** The zone of the machine's site, or of the site where the person comes. */
function zoneOf(resolution: Resolution, fault: FaultEntry, people: ReadonlyMap<string, readonly string[]>): string | null {
  const { sections } = resolution;
  const named = [...people].find(([name, ids]) => name === fault.person || ids.includes(fault.person ?? ''))?.[0];
  const machine = fault.machine ?? (named === undefined ? undefined : sections.people?.[named]?.machine);
  const site = machine === undefined ? undefined : sections.machines?.[machine]?.site;
  const zone = site === undefined ? undefined : sections.sites?.[site]?.zone;
  return zone === undefined ? resolution.firstZone : resolution.isZone(zone) ? zone : null;
}
