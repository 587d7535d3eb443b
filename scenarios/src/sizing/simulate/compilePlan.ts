import { exp, MIN_PER_DAY } from '@dosetwin/twin';
import type { Plan } from '../Plan.js';
import type { Region } from '../region/Region.js';
import { type AssignmentRules, assignPeople, type LeftOut, whyLeftOut } from '../siting/assignPeople.js';
import { type DailyWays, dailyWays, way } from './dailyWays.js';
import type { Future } from './future.js';
import { futureStreams } from './futureStreams.js';
import { keyedUniform, WORDS } from './keyedDraw.js';
import type { Chances, PlanModel } from './PlanModel.js';
import { type People, peopleOf } from './peopleOf.js';
import { regionTables } from './RegionTables.js';

/** Which of a person's draws says whether their prescription holds at any machine: none of their visits has this number. */
const ANY_MACHINE = 0x7fffffff;

/** Puts a plan into a future. Throws where the plan names a candidate that the region does not have. */
export function compilePlan(region: Region, plan: Plan, future: Future): PlanModel {
  const tables = regionTables(region);
  const ways = dailyWays(region);
  const fleet = fleetOf(region, plan, future);
  const placeOfMachine = fleet.siteOf.map((site) => tables.sites[site]?.place as number);
  const people = peopleOf(region, future);
  const { machineOf, leftOut } = assigned(region, plan, future, ways, people, fleet.siteOf, placeOfMachine);
  const members = membersOf(people, machineOf, fleet.machines, future);
  const chances = chancesOf(future);
  return {
    ...{
      region,
      plan,
      future,
      ways,
      tables,
      days: region.days,
      dosesPerDay: region.demand.dosesPerDay,
      people: people.count,
      leftOut,
    },
    ...fleet,
    ...members,
    ...thresholdsOf(region, future, ways, members.placeOf, members.machineOf, placeOfMachine, chances),
    guestPalmBelow: chances.palmRefused * WORDS,
    guestJamBelow: (chances.palmRefused + (1 - chances.palmRefused) * chances.jam) * WORDS,
    keyOnSite: byCandidate(region, future, 'keyOnSite'),
    costPerYear: byCandidate(region, future, 'costPerYear'),
    chances,
  };
}

function byCandidate(region: Region, { values }: Future, input: 'keyOnSite' | 'costPerYear'): Float64Array {
  return Float64Array.from(region.candidates, ({ id }) => values.get(`candidate.${id}.${input}`) as number);
}

/**
 * Z7 by person: their machine, or -1; and why those without were left out. Of a place, people with lower numbers have the nearer machines; at a site they belong to its
 * machines in turn, so that they are about as many at each.
 */
function assigned(
  region: Region,
  plan: Plan,
  { values }: Future,
  { usual }: DailyWays,
  people: People,
  siteOf: Int32Array,
  placeOfMachine: Int32Array,
): { readonly machineOf: Int32Array; readonly leftOut: LeftOut } {
  const firstOf: number[] = [];
  for (const [machine, site] of siteOf.entries()) if (site !== siteOf[machine - 1]) firstOf.push(machine);
  const sites = firstOf.map((first, i) => {
    return { place: placeOfMachine[first] as number, machines: (firstOf[i + 1] ?? siteOf.length) - first };
  });
  const counts = new Int32Array(region.places.length);
  for (const place of people.placeOf) counts[place] = (counts[place] as number) + 1;
  const limits = ['services.pharmacyPeople', 'services.prescriberPeople'].map((path) => values.get(path));
  const rules: AssignmentRules = {
    peoplePerMachine: region.machine.people,
    furthestKm: region.travel.furthestKm,
    mostPeople: Math.min(...limits.map((limit) => limit ?? Number.POSITIVE_INFINITY)),
  };
  const assignment = assignPeople(counts, sites, usual.peopleKm, rules);
  const taken = new Int32Array(sites.length);
  const machineOf = new Int32Array(people.count).fill(-1);
  const next = new Int32Array(counts.length);
  for (let place = 1; place < counts.length; place++) next[place] = (next[place - 1] as number) + (counts[place - 1] as number);
  for (const { place, site, people: some } of assignment.belongings) {
    const [first, machines] = [firstOf[site] as number, sites[site]?.machines as number];
    for (let i = 0; i < some; i++) {
      const person = next[place] as number;
      next[place] = person + 1;
      machineOf[person] = first + ((taken[site] as number) % machines);
      taken[site] = (taken[site] as number) + 1;
    }
  }
  return { machineOf, leftOut: whyLeftOut(assignment, sites, placesOf(region, plan), usual.peopleKm, rules) };
}

/** The places of all sites of a plan, by their numbers. */
function placesOf(region: Region, plan: Plan): readonly number[] {
  const { sites } = regionTables(region);
  const planned = new Set(plan.sites.map(({ candidate }) => candidate));
  return region.candidates.flatMap(({ id }, i) => (planned.has(id) ? [(sites[i] as (typeof sites)[number]).place] : []));
}

function fleetOf(region: Region, plan: Plan, future: Future) {
  const candidates = new Map(region.candidates.map(({ id }, i) => [id, i]));
  const sites: number[] = [];
  const numbers: number[] = [];
  for (const { candidate, machines } of plan.sites) {
    const site = candidates.get(candidate);
    if (site === undefined) throw new RangeError(`the region ${region.id} has no candidate site ${candidate}`);
    if (!future.open.has(candidate)) continue;
    for (let number = 0; number < machines; number++) {
      sites.push(site);
      numbers.push(number);
    }
  }
  const machines = sites.length;
  const machineKey0 = new Int32Array(machines);
  const machineKey1 = new Int32Array(machines);
  const { machines: keys } = futureStreams(region, future.seed);
  for (let m = 0; m < machines; m++) {
    keys[sites[m] as number]?.write(future.index, numbers[m] as number, machineKey0, machineKey1, m);
  }
  // Rounds are spread over the days between them, so that not all machines are restocked on one day.
  const every = region.services.restockEveryDays;
  const firstRound = Int32Array.from(machineKey0, (key) => ((key >>> 0) % every) + 1);
  return { machines, siteOf: Int32Array.from(sites), machineKey0, machineKey1, firstRound };
}

/** People with a place, machine by machine, and the groups of those who share place and machine. */
function membersOf(people: People, assigned: Int32Array, machines: number, future: Future) {
  const firstPerson = new Int32Array(machines + 1);
  for (const machine of assigned) if (machine >= 0) firstPerson[machine + 1] = (firstPerson[machine + 1] as number) + 1;
  for (let m = 0; m < machines; m++) firstPerson[m + 1] = (firstPerson[m + 1] as number) + (firstPerson[m] as number);
  const reached = firstPerson[machines] as number;
  const next = firstPerson.slice();
  const [key0, key1, groupOf] = [new Int32Array(reached), new Int32Array(reached), new Int32Array(reached)];
  const anyMachine = new Uint8Array(reached);
  const share = future.values.get('demand.anyMachine') as number;
  const groups = new Map<number, number>();
  const [placeOf, machineOf]: [number[], number[]] = [[], []];
  for (let person = 0; person < people.count; person++) {
    const machine = assigned[person] as number;
    if (machine < 0) continue;
    const at = next[machine] as number;
    next[machine] = at + 1;
    key0[at] = people.key0[person] as number;
    key1[at] = people.key1[person] as number;
    anyMachine[at] = keyedUniform(key0[at] as number, key1[at] as number, ANY_MACHINE) < share ? 1 : 0;
    const place = people.placeOf[person] as number;
    const group = place * machines + machine;
    if (!groups.has(group)) {
      groups.set(group, placeOf.push(place) - 1);
      machineOf.push(machine);
    }
    groupOf[at] = groups.get(group) as number;
  }
  return { firstPerson, key0, key1, groupOf, anyMachine, placeOf: Int32Array.from(placeOf), machineOf, groups: placeOf.length };
}

/** Z6, and what befalls a visit, as bounds that one word of 32 bits is compared with. */
function thresholdsOf(
  { travel }: Region,
  future: Future,
  ways: DailyWays,
  placeOf: Int32Array,
  machineOf: readonly number[],
  placeOfMachine: Int32Array,
  { palmRefused, jam }: Chances,
) {
  const groups = placeOf.length;
  const [palmBelow, jamBelow] = [new Float64Array(ways.seasons.length * groups), new Float64Array(ways.seasons.length * groups)];
  const [comesBelow, metres] = [new Float64Array(ways.seasons.length * groups), new Float64Array(ways.seasons.length * groups)];
  const comes = future.values.get('demand.comes') as number;
  const willingKm = future.values.get('travel.willingKm') as number;
  for (let season = 0; season < ways.seasons.length; season++) {
    for (let group = 0; group < groups; group++) {
      const km = way(ways, season, 'peopleKm', placeOf[group] as number, placeOfMachine[machineOf[group] as number] as number);
      const at = season * groups + group;
      if (!(km <= travel.furthestKm)) continue;
      const words = comes * exp(-km / willingKm) * WORDS;
      palmBelow[at] = words * palmRefused;
      jamBelow[at] = words * (palmRefused + (1 - palmRefused) * jam);
      comesBelow[at] = words;
      metres[at] = Math.round(km * 1_000);
    }
  }
  return { palmBelow, jamBelow, comesBelow, metres };
}

function chancesOf({ values }: Future): Chances {
  const of = (path: string) => values.get(path) as number;
  return {
    jam: of('machine.jam'),
    jamStops: of('machine.jamStopsMachine'),
    palmRefused: of('machine.palmRefused'),
    failureMinutes: of('machine.failureEveryDays') * MIN_PER_DAY,
    partNeeded: of('machine.partNeeded'),
    partMinutes: Math.round(of('machine.partDays') * MIN_PER_DAY),
    remoteFix: of('support.remoteFix'),
    remoteMinutes: Math.round(of('support.remoteMinutes')),
    noticeMinutes: of('support.noticeMinutes'),
    clearMinutes: Math.round(of('support.clearMinutes')),
    roundFails: of('services.roundFails'),
    outOfHours: of('demand.outOfHours'),
  };
}
