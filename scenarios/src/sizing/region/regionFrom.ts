import { defaultEstimate } from './estimateSchema.js';
import type { Candidate, Estimate, Link, Place, Region } from './Region.js';
import { DESK_DEFAULTS, PLACE_PARAMETERS, REGION_PARAMETERS, type RegionParameter } from './regionParameters.js';
import type { RegionFile } from './regionSchema.js';
import { readWeek, type Week } from './weekText.js';

const P = REGION_PARAMETERS;

/** What a file and its lists say, with the defaults for all that they leave out. Names have been looked up. */
export function regionFrom(
  id: string,
  file: RegionFile,
  { places, links, candidates }: { places: readonly Place[]; links: readonly Link[]; candidates: readonly Candidate[] },
): Region {
  const { title, about = '', hypothetical, credits, days, year } = file;
  return {
    ...{ id, title, about, isHypothetical: hypothetical, credits, days, year, places, links, candidates },
    travel: travelOf(file),
    demand: demandOf(file, places),
    machine: machineOf(file),
    support: supportOf(file),
    services: servicesOf(file),
    targets: targetsOf(file),
    budget: budgetOf(file),
  };
}

function estimate(given: Estimate | undefined, parameter: RegionParameter): Estimate {
  return given ?? defaultEstimate(parameter);
}

function figure(given: number | undefined, parameter: RegionParameter): number {
  return given ?? parameter.likely;
}

function travelOf({ travel = {} }: RegionFile): Region['travel'] {
  const roadFactor = travel['road-factor'];
  return {
    ...(roadFactor !== undefined && { roadFactor }),
    roadKmPerHour: figure(travel['road-speed'], P.travel['road-speed']),
    winterKmPerHour: figure(travel['winter-speed'], P.travel['winter-speed']),
    willingKm: estimate(travel.willing, P.travel.willing),
    furthestKm: figure(travel.furthest, P.travel.furthest),
  };
}

function demandOf({ demand = {}, people }: RegionFile, places: readonly Place[]): Region['demand'] {
  const hasRates = places.some(({ rate }) => rate !== undefined);
  return {
    ...(hasRates && { peopleEach: estimate(people?.each, PLACE_PARAMETERS.each) }),
    comes: estimate(demand.comes, P.demand.comes),
    dosesPerDay: figure(demand['doses-a-day'], P.demand['doses-a-day']),
    outOfHours: estimate(demand['out-of-hours'], P.demand['out-of-hours']),
    anyMachine: estimate(demand['any-machine'], P.demand['any-machine']),
  };
}

function machineOf({ machine = {} }: RegionFile): Region['machine'] {
  return {
    people: figure(machine.people, P.machine.people),
    packages: figure(machine.packages, P.machine.packages),
    jam: estimate(machine.jam, P.machine.jam),
    jamStopsMachine: estimate(machine['jam-stops-machine'], P.machine['jam-stops-machine']),
    failureEveryDays: estimate(machine['failure-every'], P.machine['failure-every']),
    partNeeded: estimate(machine['part-needed'], P.machine['part-needed']),
    partDays: estimate(machine['part-comes'], P.machine['part-comes']),
    palmRefused: estimate(machine['palm-refused'], P.machine['palm-refused']),
  };
}

function supportOf({ support = {} }: RegionFile): Region['support'] {
  const technicians = Object.entries(support.technicians ?? {}).map(([id, { place, hours }]) => ({ id, place, week: hours }));
  return {
    deskZone: support['desk-zone'] ?? DESK_DEFAULTS.zone,
    deskWeek: support['desk-hours'] ?? (readWeek(DESK_DEFAULTS.hours) as Week),
    remoteFix: estimate(support['remote-fix'], P.support['remote-fix']),
    remoteMinutes: estimate(support['remote-time'], P.support['remote-time']),
    noticeMinutes: estimate(support.notice, P.support.notice),
    clearMinutes: estimate(support.clear, P.support.clear),
    technicians,
  };
}

function servicesOf({ services = {} }: RegionFile): Region['services'] {
  const [pharmacyPeople, prescriberPeople] = [services['pharmacy-people'], services['prescriber-people']];
  return {
    restockEveryDays: figure(services['restock-every'], P.services['restock-every']),
    roundFails: estimate(services['round-fails'], P.services['round-fails']),
    ...(pharmacyPeople && { pharmacyPeople }),
    ...(prescriberPeople && { prescriberPeople }),
    minutesPerDose: estimate(services['dose-time'], P.services['dose-time']),
    minutesPerFault: estimate(services['fault-time'], P.services['fault-time']),
    minutesPerRound: estimate(services['round-time'], P.services['round-time']),
  };
}

function targetsOf({ targets = {} }: RegionFile): Region['targets'] {
  const meanKm = targets['mean-distance'];
  return {
    served: figure(targets.served, P.targets.served),
    reached: figure(targets.reached, P.targets.reached),
    ...(meanKm !== undefined && { meanKm }),
    confidence: figure(targets.confidence, P.targets.confidence),
  };
}

function budgetOf({ budget = {} }: RegionFile): Region['budget'] {
  const costPerYear = budget['cost-a-year'];
  return {
    ...(budget.machines !== undefined && { machines: budget.machines }),
    ...(costPerYear !== undefined && { costPerYear }),
  };
}
