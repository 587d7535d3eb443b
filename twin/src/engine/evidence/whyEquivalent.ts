import type { ChartTable } from '../ChartTable.js';
import { EntrySet } from '../EntrySet.js';
import { flatten } from '../FlatTable.js';
import { StateSet } from '../StateSet.js';

/**
 * Why a changed table is the same machine, where its text alone shows it: only targets or initial states differ, and every
 * transition still enters the same states with the same initial operations. `null` where the text does not show it.
 */
export function whyEquivalent(table: ChartTable, changed: ChartTable): string | null {
  const remembers = table.states.some(({ kind }) => kind.endsWith('history'));
  if (remembers || rest(table) !== rest(changed)) return null;
  const [before, after] = [entriesOf(table), entriesOf(changed)];
  if (before.some((entries, transition) => entries !== after[transition])) return null;
  const [start] = table.states.filter(({ initial }, state) => initial !== changed.states[state]?.initial);
  return start === undefined
    ? 'both enter the same states'
    : `every way into ${start.id} names a state inside it, so nothing asks where it starts`;
}

/** All of a table but for targets and initial states. */
function rest({ states, transitions, ...others }: ChartTable): string {
  return JSON.stringify({
    ...others,
    states: states.map(({ initial: _, ...state }) => state),
    transitions: transitions.map(({ targets, ...transition }) => ({ ...transition, stays: targets.length === 0 })),
  });
}

/** By transition: the states that it enters, and those of them whose initial operations run. */
function entriesOf(table: ChartTable): string[] {
  const flat = flatten(table);
  const entries = new EntrySet(flat, new StateSet(flat));
  return table.transitions.map((_, transition) => {
    entries.compute(Int32Array.of(transition), 1);
    const starting = table.states.flatMap(({ initialOps }, state) =>
      initialOps.length > 0 && entries.byDefault[state] === 1 ? [state] : [],
    );
    return `${entries.states.join('')} ${starting.join()}`;
  });
}
