import type { ChartTable, Configuration } from '@dosetwin/twin';
import { stateLayout } from './stateLayout.js';

/** Stands for "nothing" in a controller's bytes (`CHART_NONE`). */
const NOTHING = 0xff;

/** Where a chart stands, with the values of its counters in the table's order. */
export interface Standing {
  readonly configuration: Configuration;
  readonly counters: readonly number[];
}

/** The bytes in which `firmware/chart.c` keeps it. */
export function stateBytes(table: ChartTable, { configuration, counters }: Standing): Uint8Array {
  const { leaves, countersAt, memories, doneAt, bytes } = stateLayout(table);
  if (configuration.leaves.length > leaves) throw new RangeError(`${table.chart}: more leaves than its table allows`);
  const state = new Uint8Array(bytes).fill(NOTHING);
  state.set(configuration.leaves);
  state.set(counters, countersAt);
  for (const [i, { at }] of memories.entries()) state.set(configuration.remembered[i] ?? [], at);
  if (doneAt !== null) state[doneAt] = configuration.done ? 1 : 0;
  return state;
}

/** What such bytes say. */
export function standingOf(table: ChartTable, state: Uint8Array): Standing {
  const { leaves, countersAt, memories, doneAt } = stateLayout(table);
  const listAt = (at: number, bytes: number): number[] => [...state.subarray(at, at + bytes)].filter((one) => one !== NOTHING);
  return {
    configuration: {
      leaves: listAt(0, leaves),
      remembered: memories.map(({ at, bytes }) => listAt(at, bytes)),
      done: doneAt !== null && state[doneAt] === 1,
    },
    counters: [...state.subarray(countersAt, countersAt + table.counters.length)],
  };
}
