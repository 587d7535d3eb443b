import type { RoleOfShift, ShiftRow } from '../RealWeek.js';
import { grouped } from './grouped.js';
import { weekText } from './hoursText.js';
import { type Draw, renamed } from './Lot.js';

/** Least, likely and most minutes on the way where the list says none: those of the library's scenarios, all assumed. */
const TRAVEL_MIN: Readonly<Record<RoleOfShift, readonly [number, number, number] | null>> = {
  'site-staff': [1, 2, 4],
  nurse: [5, 11, 20],
  pharmacist: [15, 25, 45],
  manager: [15, 25, 45],
  technician: [15, 25, 45],
  desk: null,
};
/** Least and most beside a likely time, as in those scenarios: an assumption. */
const SPREAD = { least: 0.6, most: 1.8 } as const;

/** Somebody who can be asked, under their new name. */
export interface ContactOfWeek {
  readonly name: string;
  readonly role: RoleOfShift;
  /** The one site whose chain they stand in, as the lists call it; `null`: all. */
  readonly site: string | null;
  readonly lines: readonly string[];
}

/** Whoever can do something about a fault, the first asked first. Staff without a key only notice and countersign. */
export function contactsOf(shifts: readonly ShiftRow[], firstZone: string, draw: Draw): readonly ContactOfWeek[] {
  const people = [...grouped(shifts, ({ who }) => who).values()];
  const askable = people.filter(([first]) => first && (first.role !== 'site-staff' || first.key));
  const inOrder = [...askable].sort(([a], [b]) => (a?.asked ?? Number.MAX_SAFE_INTEGER) - (b?.asked ?? Number.MAX_SAFE_INTEGER));
  const names = new Map<string, string>();
  for (const [role, ofRole] of grouped(inOrder, ([first]) => first?.role ?? 'desk')) {
    const ids = ofRole.map(([first]) => first?.who ?? '');
    const dealt = ids.length === 1 ? new Map([[ids[0] ?? '', role as string]]) : renamed(ids, role, draw);
    for (const [id, name] of dealt) names.set(id, name);
  }
  return inOrder.map((own): ContactOfWeek => {
    const [{ who, role, site, key, zone, travelMin }] = own as [ShiftRow];
    const name = names.get(who) ?? role;
    return {
      ...{ name, role, site },
      lines: [
        `  ${name}:`,
        `    role: ${role}`,
        ...(zone === null || zone === firstZone ? [] : [`    zone: ${zone}`]),
        `    key: ${key ? 'yes' : 'no'}`,
        `    hours: ${weekText(own)}`,
        ...travelLines(role, travelMin),
        ...(role === 'desk' ? ['    remote: by-chance'] : []),
      ],
    };
  });
}

function travelLines(role: RoleOfShift, likelyMin: number | null): string[] {
  const assumed = TRAVEL_MIN[role];
  if (assumed === null) return [];
  const travel = likelyMin === null ? assumed : [likelyMin * SPREAD.least, likelyMin, likelyMin * SPREAD.most];
  return [`    travel: [${travel.map((minutes) => `${Math.max(0.1, Math.round(minutes * 10) / 10)} min`).join(', ')}]`];
}
