import { Complaint, quote } from '../../format/Complaint.js';
import { writeDateTime } from '../../format/units/readLocalTime.js';
import { ROLES_OF_SHIFTS } from '../COLUMNS.js';
import type { DataProblem } from '../DataProblem.js';
import type { ShiftRow } from '../RealWeek.js';
import { secondsOf } from '../secondsOf.js';
import type { Table } from '../Table.js';
import type { DataRow } from './DataRow.js';
import { readZone } from './readSites.js';
import { rowsOf } from './rowsOf.js';

const DAY_S = 86_400;
const MOST_TRAVEL_MIN = 1_440;

export function readShifts(table: Table, problems: DataProblem[], sites: readonly string[] | null): readonly ShiftRow[] {
  const shifts: { readonly row: DataRow; readonly shift: ShiftRow }[] = [];
  for (const row of rowsOf(table, problems)) {
    const shift = readShift(row, sites);
    if (shift === null) continue;
    const before = shifts.find(({ shift: { who } }) => who === shift.who)?.shift;
    if (before) refuseDifference(row, before, shift);
    shifts.push({ row, shift });
  }
  refuseOtherWeeks(shifts);
  return shifts.map(({ shift }) => shift);
}

function readShift(row: DataRow, sites: readonly string[] | null): ShiftRow | null {
  const who = row.worker('who');
  const role = row.word('role', 'role', ROLES_OF_SHIFTS);
  const [start, end] = [row.time('start'), row.time('end')];
  const key = row.has('key') ? row.yesOrNo('key') : false;
  const site = row.has('site') ? row.known('site', 'site', sites) : null;
  const zone = row.has('zone') ? readZone(row, 'zone') : null;
  const travelMin = row.has('travel') ? row.number('travel', 'a number of minutes', 0, MOST_TRAVEL_MIN) : null;
  const asked = row.has('asked') ? row.whole('asked', 'a whole number', 1, 1_000) : null;
  if (role === 'site-staff' && !row.has('site')) {
    row.refuse(
      'site',
      new Complaint('is empty, and staff of a site belong to one; write what it is called in sites', 'nothing', 'a site'),
    );
  }
  if (!who || !role || !start || !end || key === null) return null;
  const length_s = secondsOf(end) - secondsOf(start);
  if (length_s <= 0) {
    row.refuse(
      'end',
      Complaint.of(quote(writeDateTime(end)), `is not after the start, ${writeDateTime(start)}`, 'a time after the start'),
    );
  } else if (length_s > DAY_S) {
    const message = `is ${Math.round(length_s / 3600)} hours after the start; a shift has at most 24, so look at the dates`;
    row.refuse('end', Complaint.of(quote(writeDateTime(end)), message, 'at most 24 hours after the start'));
  }
  return { who, role, site, start, end, key, zone, travelMin, asked };
}

/** All rows of one id say the same about them. */
function refuseDifference(row: DataRow, before: ShiftRow, shift: ShiftRow): void {
  const names = { role: 'role', key: 'key', site: 'site', zone: 'zone', travelMin: 'travel', asked: 'asked' } as const;
  for (const [key, name] of Object.entries(names) as [keyof typeof names, string][]) {
    if (before[key] === shift[key]) continue;
    const message = `is not what a row above says of the same ${name === 'site' ? 'person on duty' : 'id'}; write the same in each of their rows`;
    row.refuse(name, Complaint.of(quote(row.plain(name)), message, 'the same as above'));
  }
}

/** Hours repeat by the day of the week, so the shifts are those of one week. */
function refuseOtherWeeks(shifts: readonly { readonly row: DataRow; readonly shift: ShiftRow }[]): void {
  const days = shifts.map(({ shift: { start } }) => Math.floor(secondsOf(start) / DAY_S));
  const first = Math.min(...days);
  shifts.forEach(({ row, shift }, i) => {
    if ((days[i] ?? 0) - first < 7) return;
    const message = 'is a week or more after the first shift; give the shifts of one week, seven dates at most';
    row.refuse('start', Complaint.of(quote(writeDateTime(shift.start)), message, 'a date of the same week'));
  });
}
