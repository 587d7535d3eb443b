import { stringify } from 'yaml';
import { readParameter } from '../../format/units/readParameter.js';
import { written } from './estimateSchema.js';
import { REGION_COLUMNS, type RegionList } from './REGION_COLUMNS.js';
import type { Estimate, Region } from './Region.js';
import { PLACE_PARAMETERS, REGION_PARAMETERS, type RegionParameter } from './regionParameters.js';
import { seasonText } from './seasonText.js';
import { weekText } from './weekText.js';

/** The texts of a region's files, by the end of their names: `.yaml`, `.places.csv`, `.links.csv`, `.candidates.csv`. */
export interface RegionFiles {
  readonly region: string;
  readonly places: string;
  readonly links: string;
  readonly candidates: string;
}

const P = REGION_PARAMETERS;
const SCHEMA = '# yaml-language-server: $schema=region.schema.json\n';

/** A region as files that `readRegion` reads back as the same region: every number is written, those left out before too. */
export function writeRegion(region: Region): RegionFiles {
  const { places, links, candidates } = region;
  return {
    region: regionYaml(region),
    places: csvOf(
      'places',
      places.map(({ id, name, lat, lon, zone, population, people, rate, source }) => ({
        ...{ name, id, latitude: lat, longitude: lon, zone, population },
        ...(rate ? columnsOf('rate', rate) : columnsOf('people', people)),
        source,
      })),
    ),
    links: csvOf(
      'links',
      links.map(({ a, b, mode, km, hours, season, source }) => ({
        ...{ from: a, to: b, mode, km, hours, season: season && seasonText(season), source },
      })),
    ),
    candidates: csvOf(
      'candidates',
      candidates.map(({ id, name, place, setting, week, opens, keyOnSite, costPerYear, room, source }) => ({
        ...{ place, setting, name, id, hours: weekText(week) },
        ...columnsOf('opens', opens),
        ...columnsOf('key', keyOnSite),
        ...columnsOf('cost', costPerYear),
        ...{ room, source },
      })),
    ),
  };
}

function columnsOf(name: string, { low, likely, high, source }: Estimate) {
  return { [name]: likely, [`${name} low`]: low, [`${name} high`]: high, [`${name} source`]: source };
}

/** Rows as CSV under the headings that any of them has something for. */
export function csvOf(list: RegionList, rows: readonly Readonly<Record<string, string | number | undefined>>[]): string {
  const names = REGION_COLUMNS[list].map(({ name }) => name);
  const used = names.filter((name, i) => REGION_COLUMNS[list][i]?.isNeeded || rows.some((row) => row[name] !== undefined));
  const lines = [used, ...rows.map((row) => used.map((name) => row[name] ?? ''))];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\n`).join('');
}

function csvCell(cell: string | number): string {
  const text = String(cell);
  return /[",\n\r;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A value as the file has it: with its unit, and a share in per cent, unless that would change it by a last bit. */
function figure(value: number, parameter: RegionParameter): string | number {
  const { unit } = parameter;
  if (unit === 'count') return value;
  const text = written(value, unit);
  return readParameter(text, { value, ...parameter }) === value ? text : unit === 'share' ? value : `${value} ${unit}`;
}

function estimate({ low, likely, high, source }: Estimate, parameter: RegionParameter) {
  return { low: figure(low, parameter), likely: figure(likely, parameter), high: figure(high, parameter), source };
}

const COUNT: RegionParameter = { ...P.machine.people, max: 1_000_000 };

function regionYaml(region: Region): string {
  const { title, about, isHypothetical, credits, year, days } = region;
  const head = { title, about: about === '' ? undefined : about, hypothetical: isHypothetical, credits, year, days };
  return `${SCHEMA}${stringify({ ...head, ...rulesOf(region), ...supportOf(region), ...aimsOf(region) }, { lineWidth: 120 })}`;
}

function rulesOf({ travel, demand, machine }: Region) {
  return {
    people: demand.peopleEach && { each: estimate(demand.peopleEach, PLACE_PARAMETERS.each) },
    travel: {
      'road-factor': travel.roadFactor,
      'road-speed': figure(travel.roadKmPerHour, P.travel['road-speed']),
      'winter-speed': figure(travel.winterKmPerHour, P.travel['winter-speed']),
      willing: estimate(travel.willingKm, P.travel.willing),
      furthest: figure(travel.furthestKm, P.travel.furthest),
    },
    demand: {
      comes: estimate(demand.comes, P.demand.comes),
      'doses-a-day': demand.dosesPerDay,
      'out-of-hours': estimate(demand.outOfHours, P.demand['out-of-hours']),
      'any-machine': estimate(demand.anyMachine, P.demand['any-machine']),
    },
    machine: {
      people: machine.people,
      packages: machine.packages,
      jam: estimate(machine.jam, P.machine.jam),
      'jam-stops-machine': estimate(machine.jamStopsMachine, P.machine['jam-stops-machine']),
      'failure-every': estimate(machine.failureEveryDays, P.machine['failure-every']),
      'part-needed': estimate(machine.partNeeded, P.machine['part-needed']),
      'part-comes': estimate(machine.partDays, P.machine['part-comes']),
      'palm-refused': estimate(machine.palmRefused, P.machine['palm-refused']),
    },
  };
}

function supportOf({ support, services }: Region) {
  const technicians = support.technicians.map(({ id, place, week }) => [id, { place, hours: weekText(week) }] as const);
  return {
    support: {
      'desk-zone': support.deskZone,
      'desk-hours': weekText(support.deskWeek),
      'remote-fix': estimate(support.remoteFix, P.support['remote-fix']),
      'remote-time': estimate(support.remoteMinutes, P.support['remote-time']),
      notice: estimate(support.noticeMinutes, P.support.notice),
      clear: estimate(support.clearMinutes, P.support.clear),
      technicians: Object.fromEntries(technicians),
    },
    services: {
      'restock-every': figure(services.restockEveryDays, P.services['restock-every']),
      'round-fails': estimate(services.roundFails, P.services['round-fails']),
      'pharmacy-people': services.pharmacyPeople && estimate(services.pharmacyPeople, COUNT),
      'prescriber-people': services.prescriberPeople && estimate(services.prescriberPeople, COUNT),
      'dose-time': estimate(services.minutesPerDose, P.services['dose-time']),
      'fault-time': estimate(services.minutesPerFault, P.services['fault-time']),
      'round-time': estimate(services.minutesPerRound, P.services['round-time']),
    },
  };
}

function aimsOf({ targets, budget }: Region) {
  const isAny = budget.machines !== undefined || budget.costPerYear !== undefined;
  return {
    targets: {
      served: figure(targets.served, P.targets.served),
      reached: figure(targets.reached, P.targets.reached),
      'mean-distance': targets.meanKm === undefined ? undefined : `${targets.meanKm} km`,
      confidence: figure(targets.confidence, P.targets.confidence),
    },
    budget: isAny
      ? { machines: budget.machines, 'cost-a-year': budget.costPerYear === undefined ? undefined : `${budget.costPerYear} CAD` }
      : undefined,
  };
}
