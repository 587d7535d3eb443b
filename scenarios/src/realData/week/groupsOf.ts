import type { PersonRow } from '../RealWeek.js';
import { FEWEST } from '../smallCells.js';
import { grouped } from './grouped.js';
import { intervalText } from './hoursText.js';

/** People of one machine who share windows: five or more. */
export interface PeopleGroup {
  readonly machine: string;
  readonly windows: PersonRow['windows'];
  readonly count: number;
  /** Mean of those for whom the list says one, to the nearest 5 %; `null` where it says none. */
  readonly attendance: number | null;
}

export interface Groups {
  readonly groups: readonly PeopleGroup[];
  /** People whose windows fewer than five share, and who joined the largest group of their machine. */
  readonly joined: number;
}

/** Puts people into groups none of which is small; each machine has five people or more, or none. */
export function groupsOf(people: readonly PersonRow[]): Groups {
  const machines = [...new Set(people.map(({ machine }) => machine))];
  let joined = 0;
  const groups = machines.flatMap((machine) => {
    const own = people.filter((person) => person.machine === machine);
    const byWindows = grouped(own, ({ windows }) => windows.map(intervalText).sort().join(' '));
    const [largest = [], ...others] = [...byWindows.values()].sort((a, b) => b.length - a.length);
    const small = others.filter((group) => group.length < FEWEST).flat();
    joined += small.length;
    // Where even the largest is small, all of the machine's people are that group.
    return [[...largest, ...small], ...others.filter((group) => group.length >= FEWEST)].map((group) => groupOf(machine, group));
  });
  return { groups, joined };
}

function groupOf(machine: string, people: readonly PersonRow[]): PeopleGroup {
  const told = people.flatMap(({ attendance }) => (attendance === null ? [] : [attendance]));
  // The mean of one or two would be theirs alone.
  const mean = told.length < FEWEST ? null : told.reduce((sum, share) => sum + share, 0) / told.length;
  const windows = people[0]?.windows ?? [];
  return { machine, windows, count: people.length, attendance: mean === null ? null : Math.round(mean * 20) / 20 };
}
