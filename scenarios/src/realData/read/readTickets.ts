import { MOST_CARTRIDGES, US_PER_S } from '@dosetwin/twin';
import { Complaint, quote } from '../../format/Complaint.js';
import { epochAt, skippedTime } from '../../format/resolve/ScenarioClock.js';
import { type LocalDateTime, writeDateTime } from '../../format/units/readLocalTime.js';
import type { DataProblem } from '../DataProblem.js';
import { secondsOf } from '../secondsOf.js';
import type { Table } from '../Table.js';
import { CAUSES_OF_TICKETS, TICKET_TIMES, type TicketRow, type TicketTime, WAYS_OF_CLEARING } from '../TicketRow.js';
import type { DataRow } from './DataRow.js';
import { rowsOf } from './rowsOf.js';

/** What `sites` says of the machines; where a log comes alone, any machine will do, and none has a zone. */
interface KnownMachines {
  readonly machines: readonly string[] | null;
  readonly zones: ReadonlyMap<string, string>;
}

export function readTickets(table: Table, problems: DataProblem[], known: KnownMachines): readonly TicketRow[] {
  const ids = new Set<string>();
  return rowsOf(table, problems).flatMap((row) => {
    const id = row.id('ticket');
    if (id !== null && ids.has(id)) {
      row.refuse('ticket', Complaint.of(quote(id), 'is in a row above already; write one row for each ticket', 'another id'));
    }
    if (id !== null) ids.add(id);
    const ticket = readTicket(row, known);
    return ticket === null ? [] : [ticket];
  });
}

function readTicket(row: DataRow, { machines, zones }: KnownMachines): TicketRow | null {
  const machine = row.known('machine', 'machine', machines);
  const cause = row.word('cause', 'cause', CAUSES_OF_TICKETS);
  const cartridge = row.has('cartridge')
    ? row.whole('cartridge', `a cartridge from 1 to ${MOST_CARTRIDGES}`, 1, MOST_CARTRIDGES)
    : null;
  const how = row.has('how') ? row.word('how', 'way of clearing', WAYS_OF_CLEARING) : 'by-hand';
  const times: Partial<Record<TicketTime, LocalDateTime>> = {};
  for (const name of TICKET_TIMES) {
    const time = name === 'noticed' || row.has(name) ? row.time(name) : null;
    if (time) times[name] = time;
  }
  if (!machine || !cause || !how) return null;
  const at_us = instantsOf(row, times, zones.get(machine) ?? null);
  return { machine, cause, cartridge, times, at_us, how };
}

/** The times as instants; one before another that it should follow is told. */
function instantsOf(row: DataRow, times: TicketRow['times'], zone: string | null): TicketRow['at_us'] {
  const at_us: Partial<Record<TicketTime, number>> = {};
  let before: TicketTime | null = null;
  for (const name of TICKET_TIMES) {
    const time = times[name];
    if (!time) continue;
    const epoch_us = zone === null ? secondsOf(time) * US_PER_S : epochAt(zone, time);
    if (epoch_us === null) row.refuse(name, skippedTime(zone ?? '', time));
    else if (before !== null && epoch_us < (at_us[before] ?? 0)) {
      const message = `is before \`${before}\` of the same ticket; look at the two times`;
      row.refuse(name, Complaint.of(quote(writeDateTime(time)), message, `a time after ${before}`));
    } else {
      at_us[name] = epoch_us;
      before = name;
    }
  }
  return at_us;
}
