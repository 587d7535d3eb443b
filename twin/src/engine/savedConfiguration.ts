import type { Saved } from '../kernel/Kernel.js';
import { type ChartTable, NONE, type TableState } from './ChartTable.js';
import type { Configuration } from './Configuration.js';

/**
 * A configuration as plain data, the same from every engine (SPEC E7): `value` is XState's nested value; `history` says what
 * history states remember, by ids; `order` lists the leaves by their ids where they were not entered in document order and
 * eventless transitions could tell; `done` says that the chart is. What is not needed is left out.
 */
export type SavedConfiguration = {
  readonly value: SavedValue;
  readonly history?: { readonly [id: string]: readonly string[] };
  readonly order?: readonly string[];
  readonly done?: true;
};

export type SavedValue = string | { readonly [key: string]: SavedValue };

export function saveConfiguration(table: ChartTable, { leaves, remembered, done }: Configuration): SavedConfiguration {
  const { states } = table;
  const idOf = (state: number) => (states[state] as TableState).id;
  const histories = states.filter(({ kind }) => kind.endsWith('history'));
  const known = histories.flatMap(({ id }, slot) =>
    remembered[slot]?.length ? [[id, remembered[slot].map(idOf)] as const] : [],
  );
  const inOrder = [...leaves].sort((a, b) => (done ? b - a : a - b));
  return {
    value: valueBelow(states, 0, inOrder),
    ...(known.length > 0 ? { history: Object.fromEntries(known) } : {}),
    ...(inOrder.some((leaf, i) => leaf !== leaves[i]) ? { order: leaves.map(idOf) } : {}),
    ...(done ? { done } : {}),
  };
}

export function restoreConfiguration(table: ChartTable, saved: Saved): Configuration {
  const { value, history = {}, order, done = false } = saved as unknown as SavedConfiguration;
  const { states } = table;
  const numberOf = (id: string): number => {
    const state = states.findIndex((one) => one.id === id);
    if (state < 0) throw new Error(`chart ${table.chart} has no state ${id}: it was saved by another chart`);
    return state;
  };
  const leaves = order ? order.map(numberOf) : leavesOf(table, 0, value).sort((a, b) => (done ? b - a : a - b));
  const remembered = states.filter(({ kind }) => kind.endsWith('history')).map(({ id }) => (history[id] ?? []).map(numberOf));
  return { leaves, remembered, done };
}

/** Regions in the order in which their leaves are given. */
function valueBelow(states: readonly TableState[], state: number, leaves: readonly number[]): SavedValue {
  const { kind, children } = states[state] as TableState;
  const holds = (child: number) => leaves.findIndex((leaf) => child <= leaf && leaf <= (states[child] as TableState).last);
  const active = children.filter((child) => holds(child) >= 0).sort((a, b) => holds(a) - holds(b));
  const [first] = active;
  if (kind === 'compound' && first !== undefined && (states[first] as TableState).children.length === 0) {
    return (states[first] as TableState).key;
  }
  return Object.fromEntries(active.map((child) => [(states[child] as TableState).key, valueBelow(states, child, leaves)]));
}

function leavesOf(table: ChartTable, state: number, value: SavedValue): number[] {
  const { states } = table;
  const childOf = (key: string): number => {
    const child = (states[state] as TableState).children.find((one) => (states[one] as TableState).key === key) ?? NONE;
    if (child === NONE)
      throw new Error(`chart ${table.chart} has no state ${key} in ${states[state]?.id}: it was saved by another chart`);
    return child;
  };
  if (typeof value === 'string') return [childOf(value)];
  const keys = Object.keys(value);
  if (keys.length === 0) return [state];
  return keys.flatMap((key) => leavesOf(table, childOf(key), value[key] as SavedValue));
}
