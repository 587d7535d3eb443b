import { ROLES_AT_A_DOOR } from '../format/schema/serviceSchemas.js';
import type { TableName } from './Table.js';
import { CAUSES_OF_TICKETS, WAYS_OF_CLEARING } from './TicketRow.js';

/** A column that a list may have. The tables in docs/your-own-week.md are made from these. */
export interface ColumnMeaning {
  readonly name: string;
  readonly isNeeded: boolean;
  readonly says: string;
  readonly example: string;
}

const needed = (name: string, says: string, example: string): ColumnMeaning => ({ name, isNeeded: true, says, example });
const optional = (name: string, says: string, example: string): ColumnMeaning => ({ name, isNeeded: false, says, example });

/** Words of contacts that can stand in `shifts`. */
export const ROLES_OF_SHIFTS = [...ROLES_AT_A_DOOR, 'desk'] as const;

export const COLUMNS: Readonly<Record<TableName, readonly ColumnMeaning[]>> = {
  people: [
    needed('person', 'a made-up id: up to two letters and up to six digits; never a name or a health number', 'p07'),
    needed('machine', 'the machine that has their cartridge, as in `sites`', 'fh-1'),
    needed('windows', 'when a dose may be had, every day; several with semicolons between them', '07:00-11:00'),
    optional('attendance', 'in what share of their windows they come; left out: 85 %, which is an assumption', '80 %'),
  ],
  shifts: [
    needed('who', 'a made-up id of somebody who works, the same in each of their rows', 'n1'),
    needed('role', `what they are: ${ROLES_OF_SHIFTS.join(', ')}`, 'nurse'),
    needed('start', 'when the shift begins, by the clock of their own place', '2026-03-02 08:30'),
    needed('end', 'when it ends, at most 24 hours later', '2026-03-02 16:30'),
    optional('key', 'whether they hold a key of the machine; left out: no', 'yes'),
    optional('site', 'the one site that they serve; needed for `site-staff`, left out: all', 'fictional-harbour'),
    optional('zone', 'the zone of their clock, for a desk far away; left out: that of the first site', 'America/Halifax'),
    optional('travel', 'likely minutes from setting off to the machine; left out: an assumption by role', '11'),
    optional('asked', 'a number: the lowest is asked first; left out: in the order of the rows', '1'),
  ],
  sites: [
    needed('site', 'what the place is called in these lists; it does not come out', 'fictional-harbour'),
    needed('machine', 'what the machine is called in these lists; it does not come out', 'fh-1'),
    needed('zone', 'the time zone of the place', 'America/Vancouver'),
    needed('province', 'two letters, for public holidays', 'BC'),
    needed('setting', 'what kind of place: housing, community or pharmacy', 'housing'),
    needed('hours', 'when people can reach the machine: always, or hours of every day', '08:00-22:00'),
    optional('loaded', 'packages in each cartridge when the week begins, 0 to 14; left out: 14', '14'),
  ],
  tickets: [
    needed('ticket', 'a made-up id: up to two letters and up to six digits', 't031'),
    needed('machine', 'the machine, as in `sites`', 'fh-1'),
    needed('cause', `what went wrong: ${CAUSES_OF_TICKETS.join(', ')}`, 'hang-up'),
    optional('cartridge', 'which cartridge, 1 to 48; left out: any that somebody has', '19'),
    optional('began', 'when it happened, if that is known', '2026-03-03 08:12'),
    needed('noticed', 'when somebody noticed it', '2026-03-03 08:40'),
    optional('answered', 'when somebody who can help answered', '2026-03-03 09:02'),
    optional('set off', 'when somebody set off for the machine', '2026-03-03 09:10'),
    optional('arrived', 'when they stood at it', '2026-03-03 09:31'),
    optional('cleared', 'when it worked again', '2026-03-03 09:55'),
    optional('how', `how it was cleared: ${WAYS_OF_CLEARING.join(', ')}; left out: by-hand`, 'by-hand'),
  ],
};

/** The columns of one list as a Markdown table. */
export function columnsTable(name: TableName): string {
  const cells = ({ name, isNeeded, says, example }: ColumnMeaning) =>
    `| \`${name}\` | ${isNeeded ? 'needed' : 'may be left out'} | ${says} | \`${example}\` |`;
  return ['| column | | what it says | for one |', '|---|---|---|---|', ...COLUMNS[name].map(cells)].join('\n');
}
