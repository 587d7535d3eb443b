import type { HomeSpec, ParticipationSpec, PrescriptionSpec } from '@dosetwin/twin';
import { US_PER_DAY } from '@dosetwin/twin';
import { Complaint } from '../Complaint.js';
import type { ScenarioFile } from '../schema/scenarioSchema.js';
import type { Moment } from '../units/readMoment.js';
import type { Resolution } from './Resolution.js';
import { setsRules } from './resolveAdmission.js';

type PersonEntry = ScenarioFile['people'][string];

/** An assumption: four weeks. */
const LASTS_D = 28;

/** Whether anything in the scenario needs the programme around its machines: then everybody is on it, and otherwise nobody. */
export function usesProgramme({ sections }: Resolution): boolean {
  const { people = {}, sites = {}, machines = {}, prescribers = {} } = sections;
  return (
    Object.keys(prescribers).length > 0 ||
    Object.values(sites).some((site) => setsRules(site) || site.opening !== undefined || site['felt-as'].length > 0) ||
    Object.values(machines).some(({ identify, products }) => identify !== undefined || products !== undefined) ||
    Object.values(people).some(isOnItsWay)
  );
}

function isOnItsWay(person: PersonEntry): boolean {
  const { also, joins, traits, home, evicted, moves, product, prescription } = person;
  const named = [joins, home, evicted, moves, product, prescription, person['other-prescriptions']];
  return (
    also.length > 0 || Object.keys(traits).length > 0 || person['may-leave'] === true || named.some((one) => one !== undefined)
  );
}

/** What the programme knows of a person, or of the member number `i` of a group of `count`. */
export function participationOf(
  resolution: Resolution,
  name: string,
  person: PersonEntry,
  zone: string | null,
  { i, count }: { readonly i: number; readonly count: number },
): ParticipationSpec {
  const at = (key: string, moment: Moment | undefined, ...rest: readonly string[]) =>
    instantAt(resolution, ['people', name, key, ...rest], moment, zone);
  const joins_us = at('joins', person.joins);
  const spread_us = Math.floor((i / count) * (person['joins-over'] ?? 0));
  const moves_us = at('moves', person.moves?.at, 'at');
  const others_us = person['other-prescriptions'];
  return {
    joins_us: joins_us === null ? null : joins_us + spread_us,
    traits: Object.entries(person.traits).map(([id, share]) => ({ id, share })),
    mayLeave: person['may-leave'] === true,
    home: person.home ?? null,
    evicted_us: at('evicted', person.evicted),
    moves: moves_us === null || !person.moves ? null : { at_us: moves_us, to: person.moves.to },
    product: person.product ?? null,
    prescription: prescriptionOf(person),
    othersEveryD: others_us === undefined ? null : others_us / US_PER_DAY,
  };
}

function prescriptionOf({ prescription }: PersonEntry): PrescriptionSpec | null {
  if (!prescription) return null;
  const { by, lasts } = prescription;
  const lastsD = lasts === undefined ? LASTS_D : lasts / US_PER_DAY;
  return { prescriber: by ?? null, lastsD, oneMachine: prescription['valid-at'] === 'one-machine' };
}

function instantAt(
  resolution: Resolution,
  path: readonly string[],
  moment: Moment | undefined,
  zone: string | null,
): number | null {
  if (!moment || zone === null || resolution.clock === null) return null;
  return resolution.unless(path, resolution.clock.within(moment, zone));
}

/** Names and times of a person's way that can only be wrong in a whole scenario. */
export function checkParticipation(resolution: Resolution, name: string, person: PersonEntry): void {
  const path = (...keys: readonly (string | number)[]) => ['people', name, ...keys];
  const isList = Array.isArray(resolution.plainAt(path('also')));
  person.also.forEach((machine, i) => {
    const here = path('also', ...(isList ? [i] : []));
    resolution.refers(here, machine, 'machine', resolution.machineNames);
    if (machine !== person.machine && person.also.indexOf(machine) === i) return;
    resolution.complain(here, Complaint.of(`'${machine}'`, 'is theirs already; write each machine once', 'another machine'));
  });
  checkHome(resolution, path('home'), person.home);
  checkHome(resolution, path('moves', 'to'), person.moves?.to);
  const { prescription, product } = person;
  if (prescription?.by !== undefined) {
    resolution.refers(path('prescription', 'by'), prescription.by, 'prescriber', resolution.prescriberNames);
  }
  if (product !== undefined) {
    const machines = [person.machine, ...person.also].map((machine) => resolution.sections.machines?.[machine]);
    const products = [...new Set(machines.flatMap((machine) => Object.keys(machine?.products ?? {})))];
    resolution.refers(path('product'), product, 'product of their machines', products);
  }
  if (person['joins-over'] !== undefined && person.joins === undefined) {
    const message = 'says over how long they ask for a place, and `joins` says from when on; write that too';
    resolution.complain(path('joins-over'), Complaint.of('joins-over', message, 'joins'), true);
  }
}

function checkHome(resolution: Resolution, path: readonly (string | number)[], home: HomeSpec | undefined): void {
  if (typeof home === 'string') resolution.refers(path, home, 'site', resolution.siteNames);
}
