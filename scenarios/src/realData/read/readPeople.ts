import { Complaint, quote } from '../../format/Complaint.js';
import type { DataProblem } from '../DataProblem.js';
import type { PersonRow } from '../RealWeek.js';
import type { Table } from '../Table.js';
import { rowsOf } from './rowsOf.js';

/** The people of a list. Whether an id is there twice is all that it is read for. */
export function readPeople(table: Table, problems: DataProblem[], machines: readonly string[] | null): readonly PersonRow[] {
  const people: PersonRow[] = [];
  const ids = new Set<string>();
  for (const row of rowsOf(table, problems)) {
    const id = row.id('person');
    const machine = row.known('machine', 'machine', machines);
    const windows = row.windows('windows');
    const attendance = row.has('attendance') ? row.share('attendance') : null;
    if (id !== null && ids.has(id)) {
      row.refuse('person', Complaint.of(quote(id), 'is in a row above already; write one row for each person', 'another id'));
    }
    if (id !== null) ids.add(id);
    if (machine && windows) people.push({ machine, windows, attendance });
  }
  return people;
}
