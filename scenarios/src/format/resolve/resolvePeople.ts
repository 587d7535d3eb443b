import type { ArrivalHabit, PersonSpec } from '@dosetwin/twin';
import { US_PER_MIN } from '@dosetwin/twin';
import { Complaint, quote } from '../Complaint.js';
import { nodeAt } from '../SourceNode.js';
import type { ScenarioFile } from '../schema/scenarioSchema.js';
import { assignCartridges, type Unassigned } from './assignCartridges.js';
import type { Resolution } from './Resolution.js';
import { checkParticipation, participationOf, usesProgramme } from './resolveParticipation.js';

type PersonEntry = ScenarioFile['people'][string];

const PSEUDONYM = /^[A-Z]\d{2,3}$/;
const GROUP = /^[a-z][a-z0-9-]{0,39}$/;

/** Defaults from the fact sheet, all assumptions: attendance of one window a day, and the least interval. */
const ATTENDANCE = 0.85;
const MINIMUM_INTERVAL_MIN = 180;

export interface ResolvedPeople {
  readonly people: readonly PersonSpec[];
  /** Pseudonyms by the name under which they stand in the file: one for a person, all for a group. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
}

/** People under their pseudonyms, in the order of the file; a group's members are numbered on from the last of its letter. */
export function resolvePeople(resolution: Resolution): ResolvedPeople {
  const byName = new Map<string, readonly string[]>();
  const unassigned: Unassigned[] = [];
  const singles = namesOf(resolution).filter((name) => PSEUDONYM.test(name));
  const taken = new Set(singles);
  const isProgramme = usesProgramme(resolution);
  for (const name of namesOf(resolution)) {
    const person = resolution.sections.people?.[name];
    checkName(resolution, name, person);
    const ids = person && !PSEUDONYM.test(name) ? pseudonyms(name, person.count ?? 0, taken) : [name];
    byName.set(name, ids);
    if (!person) continue;
    checkPerson(resolution, name, person);
    checkCounter(resolution, name, person, isProgramme);
    const arrival = arrivalOf(resolution, name, person);
    const zone = zoneOf(resolution, person);
    ids.forEach((id, i) => {
      const participation = isProgramme && participationOf(resolution, name, person, zone, { i, count: ids.length });
      const counter = person.counter === undefined ? {} : { counter: person.counter };
      const own = participation ? { also: person.also, participation } : counter;
      unassigned.push({ name, cartridge: person.cartridge, spec: { ...specOf(id, person, arrival), ...own } });
    });
  }
  return { people: assignCartridges(resolution, unassigned), byName };
}

function namesOf(resolution: Resolution): readonly string[] {
  const node = nodeAt(resolution.root, ['people']);
  return node?.kind === 'map' ? [...node.entries.keys()] : [];
}

function checkName(resolution: Resolution, name: string, person: PersonEntry | undefined): void {
  const refuse = (message: string) =>
    resolution.complain(['people', name], Complaint.of(quote(name), message, 'a pseudonym or a group'), true);
  if (!PSEUDONYM.test(name) && !GROUP.test(name)) {
    return refuse(
      'cannot stand here; one person is under a pseudonym of a capital letter and two digits, such as P19 (never a real name), and a group under a word in small letters, such as residents',
    );
  }
  if (person && GROUP.test(name) && person.count === undefined) return refuse('is a group, and says not how many: add count: 29');
  if (person && PSEUDONYM.test(name) && person.count !== undefined) {
    resolution.complain(
      ['people', name, 'count'],
      Complaint.of('count', `is for groups, and ${name} is one person; call the group by a word such as residents`, 'no count'),
      true,
    );
  }
}

function pseudonyms(group: string, count: number, taken: Set<string>): readonly string[] {
  const letter = group.charAt(0).toUpperCase();
  const ids: string[] = [];
  for (let number = 1; ids.length < count; number++) {
    const id = `${letter}${String(number).padStart(2, '0')}`;
    if (taken.has(id)) continue;
    taken.add(id);
    ids.push(id);
  }
  return ids;
}

function checkPerson(resolution: Resolution, name: string, person: PersonEntry): void {
  resolution.refers(['people', name, 'machine'], person.machine, 'machine', resolution.machineNames);
  checkParticipation(resolution, name, person);
  const isGroup = person.count !== undefined;
  for (const key of ['cartridge', 'comes'] as const) {
    if (isGroup && person[key] !== undefined) {
      resolution.complain(
        ['people', name, key],
        Complaint.of(key, 'is for one person, not for a group; give that person a pseudonym such as P19', 'one person'),
        true,
      );
    }
  }
  if (person.comes && person.attendance !== undefined) {
    const message = 'is the chance of coming, and `comes` gives the times; keep one of the two';
    resolution.complain(['people', name, 'attendance'], Complaint.of('attendance', message, 'attendance or comes'), true);
  }
  if (overlap(person.windows)) {
    const message = 'overlap, so that one dose would belong to two; let each begin after the last has ended';
    resolution.complain(['people', name, 'windows'], Complaint.of('these windows', message, 'windows apart from each other'));
  }
}

/** A counter is a pharmacy's that has a pharmacist, and stands beside any programme of machines. */
function checkCounter(resolution: Resolution, name: string, { counter }: PersonEntry, isProgramme: boolean): void {
  if (counter === undefined) return;
  const path = ['people', name, 'counter'];
  const { sites = {} } = resolution.sections;
  const counters = resolution.siteNames.filter((site) => sites[site]?.pharmacist !== undefined);
  if (!resolution.refers(path, counter, 'pharmacy with a pharmacist', counters) || !isProgramme) return;
  const message =
    'is where they collect, and the scenario has a programme of machines besides (prescribers, rules of sites, homes, `also`); leave out one of the two';
  resolution.complain(path, Complaint.of('counter', message, 'no programme'), true);
}

/** On a day as a circle, so that a window over midnight is seen to meet one of the morning. */
function overlap(windows: PersonEntry['windows']): boolean {
  const spans = windows.map(({ fromMin, toMin }) => ({
    from: fromMin,
    length: toMin > fromMin ? toMin - fromMin : toMin + 1440 - fromMin,
  }));
  return spans.some((a, i) => spans.some((b, j) => i !== j && (b.from - a.from + 1440) % 1440 < a.length));
}

function arrivalOf(resolution: Resolution, name: string, person: PersonEntry): ArrivalHabit {
  if (!person.comes) return { kind: 'habit', attendance: person.attendance ?? ATTENDANCE };
  const zone = zoneOf(resolution, person);
  const { clock } = resolution;
  if (zone === null || clock === null) return { kind: 'instants', at_us: [] };
  const isList = nodeAt(resolution.root, ['people', name, 'comes'])?.kind === 'list';
  const at_us = person.comes.map((moment, i) => {
    const path = ['people', name, 'comes', ...(isList ? [i] : [])];
    return resolution.unless(path, clock.within(moment, zone));
  });
  return { kind: 'instants', at_us: at_us.filter((at) => at !== null).sort((a, b) => a - b) };
}

/** The zone of the site at which their first machine stands. */
function zoneOf(resolution: Resolution, person: PersonEntry): string | null {
  const site = resolution.sections.machines?.[person.machine]?.site;
  const written = site === undefined ? undefined : resolution.sections.sites?.[site]?.zone;
  return written ?? resolution.firstZone;
}

function specOf(id: string, person: PersonEntry, arrival: ArrivalHabit): PersonSpec {
  const interval_us = person['minimum-interval'];
  return {
    id,
    machine: person.machine,
    cartridge: 0,
    windows: person.windows,
    minIntervalMin: interval_us === undefined ? MINIMUM_INTERVAL_MIN : interval_us / US_PER_MIN,
    dailyCap: person['daily-cap'] ?? person.windows.length,
    arrival,
    hands: { cold: person.hands.includes('cold'), lotionOrDust: person.hands.includes('lotion-or-dust') },
    falseNonMatchRate: person['false-non-match-rate'] ?? null,
  };
}
