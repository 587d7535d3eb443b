import { US_PER_DAY } from '@dosetwin/twin';
import { epochAt } from '../../format/resolve/ScenarioClock.js';
import { writeDateTime } from '../../format/units/readLocalTime.js';
import { counted } from '../../phrase/counted.js';
import { parametersBlock } from '../fit/fitsInYaml.js';
import type { TicketFits } from '../fit/fitTickets.js';
import { fittedParameters } from '../fit/fittedParameters.js';
import type { RealWeek, SiteRow } from '../RealWeek.js';
import { shownCount } from '../smallCells.js';
import { type ContactOfWeek, contactsOf } from './contactsOf.js';
import { type FaultsOfWeek, faultsOf } from './faultsOf.js';
import { groupsOf, type PeopleGroup } from './groupsOf.js';
import { dailyText, intervalText, weekText } from './hoursText.js';
import { type Draw, renamed, shuffled } from './Lot.js';

/** A site's week as a scenario file, and what is to be said about it. */
export interface WeekScenario {
  readonly text: string;
  /** What was read, assumed and left out, a sentence each. No count of people or tickets from one to four is in them. */
  readonly notes: readonly string[];
}

/** Another number is another week with the same lists. */
const SEED = 1;

/** Writes a scenario from lists that were read without a problem. `draw` deals out new names. */
export function weekScenario(week: RealWeek, fits: TicketFits, draw: Draw): WeekScenario {
  const [first] = week.sites as readonly [SiteRow];
  const sites = renamed(
    week.sites.map(({ site }) => site),
    'site',
    draw,
  );
  const machines = renamed(
    week.sites.map(({ machine }) => machine),
    'machine',
    draw,
  );
  const { groups, joined } = groupsOf(week.people);
  const contacts = contactsOf(week.shifts, first.zone, draw);
  const from_us = epochAt(first.zone, week.start) ?? 0;
  const faults = faultsOf(week, machines, { from_us, to_us: from_us + 7 * US_PER_DAY }, draw);
  const notes = notesOf(week, groups, joined, faults, contacts);
  const lines = [
    '# Written by dosetwin import. It holds the hours of staff: keep it on this machine, as you keep the roster.',
    'title: A week of our own',
    'audience: [planner, trainer]',
    'imported: yes',
    'about: |',
    ...aboutOf(notes),
    '',
    `start: ${writeDateTime(week.start)}`,
    `zone: ${first.zone}`,
    'length: 7 d',
    `seed: ${SEED}`,
    '',
    'sites:',
    ...inOrder(sites).flatMap(([site, name]) => siteLines(week, site, name, contacts)),
    '',
    'machines:',
    ...inOrder(machines).flatMap(([machine, name]) => machineLines(week, machine, name, sites)),
    '',
    'people:',
    ...shuffled(groups, draw).flatMap((group, i) => groupLines(group, `group-${i + 1}`, machines)),
    '',
    ...(contacts.length === 0 ? [] : ['contacts:', ...contacts.flatMap(({ lines }) => lines), '']),
    ...followed(parametersBlock(fittedParameters(fits))),
    ...followed(faults.lines.length === 0 ? [] : ['faults:', ...faults.lines]),
    'expectations:',
    ...['order-begins-twice', 'count-out-of-balance', 'motor-with-door-open'].map((word) => `  - never: ${word}`),
  ];
  return { text: `${lines.join('\n')}\n`, notes };
}

/** A block with an empty line behind it, where it says anything. */
function followed(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [...lines, ''];
}

/** By their new names, so that the file shows nothing of the order of the lists. */
function inOrder(names: ReadonlyMap<string, string>): [string, string][] {
  const number = (name: string) => Number(name.slice(name.lastIndexOf('-') + 1));
  return [...names].sort(([, a], [, b]) => number(a) - number(b));
}

function siteLines({ sites, shifts }: RealWeek, id: string, name: string, contacts: readonly ContactOfWeek[]): string[] {
  const { zone, province, setting, hours } = sites.find(({ site }) => site === id) as SiteRow;
  const staff = shifts.filter(({ role, site }) => role === 'site-staff' && site === id);
  const chain = contacts.filter(({ site }) => site === null || site === id).map((contact) => contact.name);
  return [
    `  ${name}:`,
    `    zone: ${zone}`,
    `    province: '${province}'`,
    `    setting: ${setting}`,
    `    hours: ${dailyText(hours)}`,
    ...(staff.length === 0 ? [] : [`    staff: ${weekText(staff)}`]),
    ...(chain.length === 0 ? [] : [`    chain: [${chain.join(', ')}]`]),
  ];
}

function machineLines({ sites: rows }: RealWeek, id: string, name: string, sites: ReadonlyMap<string, string>): string[] {
  const { site, loaded } = rows.find(({ machine }) => machine === id) as SiteRow;
  return [`  ${name}:`, `    site: ${sites.get(site) ?? ''}`, `    loaded: ${loaded}`];
}

function groupLines(
  { machine, windows, count, attendance }: PeopleGroup,
  name: string,
  machines: ReadonlyMap<string, string>,
): string[] {
  return [
    `  ${name}:`,
    `    count: ${count}`,
    `    machine: ${machines.get(machine) ?? ''}`,
    `    windows: [${windows.map(intervalText).join(', ')}]`,
    ...(attendance === null ? [] : [`    attendance: ${Math.round(attendance * 100)} %`]),
  ];
}

function notesOf(
  week: RealWeek,
  groups: readonly PeopleGroup[],
  joined: number,
  faults: FaultsOfWeek,
  contacts: readonly ContactOfWeek[],
): string[] {
  const unstaffed = [...new Set(week.sites.map(({ site }) => site))].filter(
    (site) => !week.shifts.some((shift) => shift.role === 'site-staff' && shift.site === site),
  ).length;
  const people = week.people.length === 0 ? 'nobody' : counted(week.people.length, 'person', 'people');
  return [
    `The lists have ${people} in ${counted(groups.length, 'group')}, ${counted(week.shifts.length, 'shift')}, ${counted(week.sites.length, 'machine')} and ${week.tickets.length === 0 ? 'no tickets' : `${shownCount(week.tickets.length)} tickets`}.`,
    `Tickets that are faults of this week: ${shownCount(faults.count)}.`,
    ...(faults.passedOver > 0
      ? [`Tickets of this week that no scenario can bring about: ${shownCount(faults.passedOver)}.`]
      : []),
    ...(joined > 0
      ? [`People whose windows fewer than 5 share were given those of the largest group at their machine: ${shownCount(joined)}.`]
      : []),
    'Assumed: when people come within their windows, and how long the way takes beside the likely time.',
    ...(contacts.some(({ role }) => role === 'desk') ? ['Assumed: that the desk can try a recovery from afar, by chance.'] : []),
    ...(unstaffed > 0
      ? [`Assumed: that staff are there whenever it is open, at ${counted(unstaffed, 'site')} without a shift of site-staff.`]
      : []),
    ...(contacts.length === 0 ? ['Nobody of these lists can be asked for help.'] : []),
  ];
}

function aboutOf(notes: readonly string[]): string[] {
  return [
    'Made from lists of a site, with numbers for names dealt out by lot. A run is no copy of the week: people come by chance.',
    ...notes,
  ].map((note) => `  ${note}`);
}
