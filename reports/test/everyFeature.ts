import { type ChartTable, NONE, type TableState, type TableTransition } from '@dosetwin/twin';

const STATE: Omit<TableState, 'id' | 'key' | 'kind' | 'parent' | 'last' | 'depth'> = {
  children: [],
  histories: [],
  initial: NONE,
  initialOps: [],
  entry: [],
  exit: [],
  on: [],
  always: [],
  done: NONE,
  defaults: [],
  defaultIsInitial: false,
  tags: [],
};

/** A table with what no chart of the house has: histories, an end, prefixes, stars, and names that formats must escape. */
export const everyFeature: ChartTable = {
  version: 1,
  chart: 'every "<feature>" & more',
  states: [
    { ...STATE, id: 'every', key: 'every', kind: 'compound', parent: NONE, last: 9, depth: 0, children: [1, 2, 9], initial: 1 },
    {
      ...STATE,
      id: 'a<b',
      key: 'a<b',
      kind: 'atomic',
      parent: 0,
      last: 1,
      depth: 1,
      entry: [0],
      on: [{ event: 3, transitions: [1, 2] }],
    },
    {
      ...STATE,
      ...{ id: 'both', key: 'both', kind: 'parallel', parent: 0, last: 8, depth: 1 },
      ...{ children: [3, 6], done: 5, entry: [1], exit: [2, 3] },
    },
    {
      ...STATE,
      ...{ id: 'both.left', key: 'left', kind: 'compound', parent: 2, last: 5, depth: 2 },
      ...{ children: [4], histories: [5], initial: 4, initialOps: [4] },
    },
    { ...STATE, id: 'a_b', key: 'end', kind: 'final', parent: 3, last: 4, depth: 3 },
    { ...STATE, id: 'both.left.back', key: 'back', kind: 'deep-history', parent: 3, last: 5, depth: 3, defaults: [4] },
    {
      ...STATE,
      id: 'both.right',
      key: 'right',
      kind: 'compound',
      parent: 2,
      last: 8,
      depth: 2,
      children: [8],
      histories: [7],
      initial: 8,
    },
    { ...STATE, id: 'both.right.back', key: 'back', kind: 'shallow-history', parent: 6, last: 7, depth: 3, defaults: [8] },
    { ...STATE, id: 'both.right.x', key: 'x', kind: 'atomic', parent: 6, last: 8, depth: 3, always: [7] },
    { ...STATE, id: 'over', key: 'over', kind: 'final', parent: 0, last: 9, depth: 1 },
  ],
  events: [
    { name: '*', kind: 'other' },
    { name: 'foo', kind: 'prefix' },
    { name: 'foo.bar', kind: 'prefix' },
    { name: 'GO:"&"', kind: 'named' },
    { name: 'xstate.after.restMs.both', kind: 'after' },
    { name: 'xstate.done.state.both', kind: 'done' },
  ],
  transitions: [
    way({ source: 0, event: NONE, targets: [0], reenter: true, domain: NONE }),
    way({ source: 1, event: 3, guard: 0, targets: [5, 7], domain: 0 }),
    way({ source: 1, event: 3, targets: [1], domain: 1, ops: [0] }),
    way({ source: 0, event: 0, targets: [9], reenter: true, domain: NONE }),
    way({ source: 0, event: 1, targets: [2], domain: 0 }),
    way({ source: 0, event: 2, domain: 0 }),
    way({ source: 2, event: 4, targets: [1], domain: 0 }),
    way({ source: 8, event: NONE, guard: 1, targets: [8], reenter: true, domain: 6, ops: [5] }),
    way({ source: 2, event: 5, targets: [9], domain: 0 }),
    way({ source: 8, event: 3, targets: [2], domain: 0 }),
  ],
  guards: [
    { op: 'equals', counter: 0, limit: 0 },
    { op: 'below', counter: 0, limit: 0 },
  ],
  ops: [
    { op: 'effect', type: 'record', params: { kind: 'said', reason: 'a "word" --> <b>', with: ['person'] } },
    { op: 'set-timer', timer: 0 },
    { op: 'cancel-timer', timer: 0 },
    { op: 'reset', counter: 0 },
    { op: 'set', counter: 0, limit: 0 },
    { op: 'raise', event: 3 },
  ],
  counters: [{ name: 'tries', max: 7 }],
  limits: [{ name: 'mostTries', value: 3 }],
  delays: [{ name: 'restMs', ms: 90_000 }],
  timers: [{ name: 'xstate.after.restMs.both', state: 2, delay: 0, event: 4 }],
  initial: 0,
  bounds: { leaves: 2, raised: 9, ops: 99, microsteps: 9 },
};

function way(given: Pick<TableTransition, 'source' | 'event' | 'domain'> & Partial<TableTransition>): TableTransition {
  return { guard: NONE, targets: [], reenter: false, ops: [], ...given };
}
