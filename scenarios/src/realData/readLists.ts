import { MOST_CARTRIDGES } from '@dosetwin/twin';
import { atSeconds } from '../format/units/readLocalTime.js';
import { listed } from '../phrase/listed.js';
import { DATA_PROBLEMS_TOLD, type DataProblem } from './DataProblem.js';
import type { PersonRow, RealWeek } from './RealWeek.js';
import { readPeople } from './read/readPeople.js';
import { readShifts } from './read/readShifts.js';
import { readSites } from './read/readSites.js';
import { readTickets } from './read/readTickets.js';
import { secondsOf } from './secondsOf.js';
import { FEWEST } from './smallCells.js';
import { TABLE_NAMES, type Table, type TableName } from './Table.js';
import type { TicketRow } from './TicketRow.js';

/** What stood in a site's lists: a whole week, or a log of tickets alone. */
export type Lists =
  | { readonly week: RealWeek; readonly tickets: readonly TicketRow[] }
  | { readonly week: null; readonly tickets: readonly TicketRow[] }
  | { readonly problems: readonly DataProblem[]; readonly more: number };

/** Reads lists and holds them against each other. Never throws; what is wrong comes back, at most 20 at once. */
export function readLists(tables: readonly Table[]): Lists {
  const problems: DataProblem[] = [];
  if (tables.length === 0) return { problems: [NOTHING], more: 0 };
  const by = new Map<TableName, Table>();
  for (const table of tables) {
    const before = by.get(table.name);
    if (before)
      problems.push({ ...whole(table), message: `is ${table.name} again, which ${before.file} is already; keep one of the two` });
    else by.set(table.name, table);
  }
  const [first] = tables;
  const isLogAlone = by.size === 1 && by.has('tickets');
  const missing = isLogAlone ? [] : TABLE_NAMES.filter((name) => name !== 'tickets' && !by.has(name));
  if (first && missing.length > 0) {
    const message = `comes without ${listed(missing)}; a week needs people, shifts and sites, and tickets may come alone`;
    problems.push({ ...whole(first), message });
  }
  const read = <T>(name: TableName, how: (table: Table, problems: DataProblem[]) => readonly T[]): readonly T[] => {
    const table = by.get(name);
    return table ? how(table, problems) : [];
  };
  const sites = read('sites', readSites);
  const zones = new Map(sites.map(({ machine, zone }) => [machine, zone]));
  // Sites of which something is wrong say nothing about the other lists, which would only repeat it.
  const isKnown = by.has('sites') && problems.length === 0;
  const machines = isKnown ? [...zones.keys()] : null;
  const places = isKnown ? [...new Set(sites.map(({ site }) => site))] : null;
  const tickets = read('tickets', (table, told) => readTickets(table, told, { machines, zones }));
  const people = read('people', (table, told) => readPeople(table, told, machines));
  const shifts = read('shifts', (table, told) => readShifts(table, told, places));
  if (problems.length === 0) problems.push(...crowds(by, machines ?? [], people));
  if (problems.length > 0) {
    return { problems: problems.slice(0, DATA_PROBLEMS_TOLD), more: Math.max(0, problems.length - DATA_PROBLEMS_TOLD) };
  }
  if (isLogAlone) return { week: null, tickets };
  const earliest = shifts.reduce(
    (a, b) => (secondsOf(b.start) < secondsOf(a.start) ? b : a),
    shifts[0] as (typeof shifts)[number],
  );
  return { week: { people, shifts, sites, tickets, start: atSeconds(earliest.start, 0) }, tickets };
}

const NOTHING: DataProblem = {
  ...{ file: 'the lists', sheet: null, row: null, column: null, name: null, nearest: null },
  ...{ message: 'are none; name a folder, CSV files or a workbook', expected: 'lists of one week, or of tickets' },
};

function whole({ file, sheet }: Table) {
  return { file, sheet, row: null, column: null, name: null, expected: 'lists of one week', nearest: null };
}

/** A machine has a cartridge for each of its people, and enough people that none of them stands alone. */
function crowds(by: ReadonlyMap<TableName, Table>, machines: readonly string[], people: readonly PersonRow[]): DataProblem[] {
  const told: DataProblem[] = [];
  const refuse = (name: TableName, message: string) => {
    const table = by.get(name);
    if (table) told.push({ ...whole(table), message });
  };
  for (const machine of machines) {
    const count = people.filter((person) => person.machine === machine).length;
    if (count > MOST_CARTRIDGES)
      refuse('people', `has ${count} people at ${machine}; a machine has a cartridge for ${MOST_CARTRIDGES}`);
    if (count > 0 && count < FEWEST) {
      refuse(
        'people',
        `has fewer than ${FEWEST} people at ${machine}: its week would be theirs alone, so leave the machine out of all lists`,
      );
    }
  }
  return told;
}
