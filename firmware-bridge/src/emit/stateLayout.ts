import type { ChartTable } from '@dosetwin/twin';
import { canBeDone } from './canBeDone.js';

/** Which byte of an instance's state holds what; offsets in bytes. `firmware/chart.h` says the same in words. */
export interface StateLayout {
  /** The first bytes: active states without children, in the order in which they were entered. */
  readonly leaves: number;
  /** The first counter; one byte each. */
  readonly countersAt: number;
  /** By history state, in document order. */
  readonly memories: readonly Memory[];
  /** The byte that says that the chart is done; `null` where no chart of this table ever is. */
  readonly doneAt: number | null;
  readonly bytes: number;
}

export interface Memory {
  readonly history: number;
  readonly at: number;
  /** As many states as it can remember. */
  readonly bytes: number;
}

const known = new WeakMap<ChartTable, StateLayout>();

export function stateLayout(table: ChartTable): StateLayout {
  const layout = known.get(table) ?? layOut(table);
  known.set(table, layout);
  return layout;
}

function layOut(table: ChartTable): StateLayout {
  const { states, counters, bounds } = table;
  let at = bounds.leaves + counters.length;
  const memories: Memory[] = [];
  for (const [history, { kind, parent }] of states.entries()) {
    if (kind !== 'shallow-history' && kind !== 'deep-history') continue;
    const bytes = kind === 'deep-history' ? leavesInside(table, parent) : childrenInside(table, parent);
    memories.push({ history, at, bytes });
    at += bytes;
  }
  const doneAt = canBeDone(table) ? at++ : null;
  return { leaves: bounds.leaves, countersAt: bounds.leaves, memories, doneAt, bytes: at };
}

/** Active states without children that this state can hold at one time. */
function leavesInside({ states }: ChartTable, state: number): number {
  const inside = (at: number): number => {
    const { kind, children } = states[at] as ChartTable['states'][number];
    const below = children.map(inside);
    if (kind === 'parallel') return below.reduce((sum, one) => sum + one, 0);
    return kind === 'compound' ? Math.max(...below) : 1;
  };
  return inside(state);
}

function childrenInside({ states }: ChartTable, state: number): number {
  const { kind, children } = states[state] as ChartTable['states'][number];
  return kind === 'parallel' ? children.length : 1;
}
