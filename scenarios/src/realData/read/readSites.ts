import { provinces, zoneNames } from '@dosetwin/twin';
import { Complaint, quote } from '../../format/Complaint.js';
import type { DataProblem } from '../DataProblem.js';
import type { SiteRow } from '../RealWeek.js';
import type { Table } from '../Table.js';
import type { DataRow } from './DataRow.js';
import { rowsOf } from './rowsOf.js';

const MOST_LOADED = 14;

export function readSites(table: Table, problems: DataProblem[]): readonly SiteRow[] {
  const sites: SiteRow[] = [];
  for (const row of rowsOf(table, problems)) {
    const site = row.place('site');
    const machine = row.place('machine');
    const zone = readZone(row, 'zone');
    const province = row.word('province', 'province', provinces);
    const setting = row.word('setting', 'setting', ['housing', 'community', 'pharmacy'] as const);
    const hours = row.plain('hours') === 'always' ? 'always' : row.windows('hours');
    const loaded = row.has('loaded')
      ? row.whole('loaded', `a number of packages from 0 to ${MOST_LOADED}`, 0, MOST_LOADED)
      : MOST_LOADED;
    if (!site || !machine || !zone || !province || !setting || !hours || loaded === null) continue;
    const read: SiteRow = { site, machine, zone, province, setting, hours, loaded };
    if (sites.some((other) => other.machine === machine)) {
      row.refuse(
        'machine',
        Complaint.of('this machine', 'is in a row above already; write one row for each machine', 'another machine'),
      );
    }
    const before = sites.find((other) => other.site === site);
    if (before) refuseDifference(row, before, read);
    sites.push(read);
  }
  return sites;
}

/** A zone of the pinned data, or `null` once its problem is told. */
export function readZone(row: DataRow, name: string): string | null {
  return row.word(name, 'time zone', zoneNames);
}

/** The rows of one site say the same about it. */
function refuseDifference(row: DataRow, before: SiteRow, read: SiteRow): void {
  for (const name of ['zone', 'province', 'setting', 'hours'] as const) {
    if (JSON.stringify(before[name]) === JSON.stringify(read[name])) continue;
    const message = 'is not what a row above says of the same site; write the same, or call one of them otherwise';
    row.refuse(name, Complaint.of(quote(row.plain(name)), message, 'the same as above'));
  }
}
