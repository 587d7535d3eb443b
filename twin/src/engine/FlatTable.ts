import { type ChartTable, OTHER_EVENT } from './ChartTable.js';

/** Kinds of states, as numbers. */
export const KIND = { atomic: 0, compound: 1, parallel: 2, final: 3, 'shallow-history': 4, 'deep-history': 5 } as const;
export const OP = { effect: 0, 'set-timer': 1, 'cancel-timer': 2, increment: 3, reset: 4, set: 5, raise: 6 } as const;
export const GUARD = { below: 0, atLeast: 1, equals: 2 } as const;

/** Lists of numbers end to end: list i lies from `at[i]` to `at[i + 1]`. */
export interface Lists {
  readonly at: Int32Array;
  readonly items: Int32Array;
}

/** A chart's table as typed arrays, for an interpreter that looks nothing up by name and allocates nothing. */
export interface FlatTable {
  readonly table: ChartTable;
  readonly kind: Int32Array;
  readonly parent: Int32Array;
  readonly last: Int32Array;
  readonly initial: Int32Array;
  readonly done: Int32Array;
  readonly children: Lists;
  readonly histories: Lists;
  readonly defaults: Lists;
  readonly entry: Lists;
  readonly exit: Lists;
  readonly initialOps: Lists;
  readonly always: Lists;
  /** Candidates of (state, event): list `state * events + event`. */
  readonly on: Lists;
  readonly defaultIsInitial: Uint8Array;
  /** By state: which of the remembered histories it is, or -1. */
  readonly slot: Int32Array;
  readonly source: Int32Array;
  readonly guard: Int32Array;
  readonly reenter: Uint8Array;
  readonly domain: Int32Array;
  readonly targets: Lists;
  readonly transitionOps: Lists;
  readonly guardOp: Int32Array;
  readonly guardCounter: Int32Array;
  readonly guardLimit: Int32Array;
  readonly op: Int32Array;
  /** Timer, counter or event of an operation. */
  readonly opWhat: Int32Array;
  readonly opLimit: Int32Array;
  readonly counterMax: Uint8Array;
}

export function flatten(table: ChartTable): FlatTable {
  const { states, transitions, guards, ops, events } = table;
  const numbers = <T>(list: readonly T[], of: (one: T) => number) => Int32Array.from(list, of);
  const lists = <T>(list: readonly T[], of: (one: T) => readonly number[]) => listsOf(list.map(of));
  const slots = states.flatMap(({ kind }, state) => (kind.endsWith('history') ? [state] : []));
  return {
    table,
    kind: numbers(states, ({ kind }) => KIND[kind]),
    parent: numbers(states, ({ parent }) => parent),
    last: numbers(states, ({ last }) => last),
    initial: numbers(states, ({ initial }) => initial),
    done: numbers(states, ({ done }) => Math.max(done, OTHER_EVENT)),
    children: lists(states, ({ children }) => children),
    histories: lists(states, ({ histories }) => histories),
    defaults: lists(states, ({ defaults }) => defaults),
    entry: lists(states, ({ entry }) => entry),
    exit: lists(states, ({ exit }) => exit),
    initialOps: lists(states, ({ initialOps }) => initialOps),
    always: lists(states, ({ always }) => always),
    on: listsOf(states.flatMap(({ on }) => events.map((_, event) => on.find((one) => one.event === event)?.transitions ?? []))),
    defaultIsInitial: Uint8Array.from(states, ({ defaultIsInitial }) => (defaultIsInitial ? 1 : 0)),
    slot: Int32Array.from(states, (_, state) => slots.indexOf(state)),
    source: numbers(transitions, ({ source }) => source),
    guard: numbers(transitions, ({ guard }) => guard),
    reenter: Uint8Array.from(transitions, ({ reenter }) => (reenter ? 1 : 0)),
    domain: numbers(transitions, ({ domain }) => domain),
    targets: lists(transitions, ({ targets }) => targets),
    transitionOps: lists(transitions, (transition) => transition.ops),
    guardOp: numbers(guards, (guard) => GUARD[guard.op]),
    guardCounter: numbers(guards, ({ counter }) => counter),
    guardLimit: numbers(guards, ({ limit }) => limit),
    op: numbers(ops, (one) => OP[one.op]),
    opWhat: numbers(ops, (one) =>
      'timer' in one ? one.timer : 'counter' in one ? one.counter : 'event' in one ? one.event : -1,
    ),
    opLimit: numbers(ops, (one) => ('limit' in one ? one.limit : -1)),
    counterMax: Uint8Array.from(table.counters, ({ max }) => max),
  };
}

function listsOf(lists: readonly (readonly number[])[]): Lists {
  const at = new Int32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) at[i + 1] = (at[i] as number) + list.length;
  return { at, items: Int32Array.from(lists.flat()) };
}
