import type { ChartTable, TableState, TableTransition } from '../ChartTable.js';

/** A table with one thing changed. */
export interface Mutant {
  /** What kind of thing, and what exactly. */
  readonly kind: 'target' | 'guard' | 'delay' | 'counter' | 'order' | 'operation' | 'candidates' | 'entry';
  readonly says: string;
  readonly table: ChartTable;
}

/** Every way in which this file knows to change one thing of a table. */
export function mutantsOf(table: ChartTable): Mutant[] {
  return [
    ...targets(table),
    ...guards(table),
    ...delays(table),
    ...counters(table),
    ...orders(table),
    ...operations(table),
    ...candidates(table),
    ...entries(table),
  ];
}

function replaced<T>(list: readonly T[], at: number, item: T): T[] {
  return list.map((one, i) => (i === at ? item : one));
}

function withTransition(table: ChartTable, at: number, change: Partial<TableTransition>): ChartTable {
  return { ...table, transitions: replaced(table.transitions, at, { ...(table.transitions[at] as TableTransition), ...change }) };
}

function withState(table: ChartTable, at: number, change: Partial<TableState>): ChartTable {
  return { ...table, states: replaced(table.states, at, { ...(table.states[at] as TableState), ...change }) };
}

/** Each target, moved to the next state in the document that means something else, and to the one before. */
function targets(table: ChartTable): Mutant[] {
  const count = table.states.length;
  return table.transitions.flatMap(({ targets }, at) =>
    at === table.initial
      ? []
      : targets.flatMap((target, i) => {
          const others = table.states
            .map((_, by) => (target + by) % count)
            .filter((other) => meaning(table, other) !== meaning(table, target));
          return [...new Set([others[0], others.at(-1)])].flatMap((other) =>
            other === undefined
              ? []
              : [
                  {
                    kind: 'target' as const,
                    says: `transition ${at} goes to ${table.states[other]?.id} and not to ${table.states[target]?.id}`,
                    table: withTransition(table, at, { targets: replaced(targets, i, other) }),
                  },
                ],
          );
        }),
  );
}

/** The leaves that a target leads to: a state and its initial one are the same to a transition from outside. */
function meaning(table: ChartTable, state: number): string {
  const { kind, initial, children, id } = table.states[state] as TableState;
  if (kind === 'compound') return meaning(table, initial);
  return kind === 'parallel' ? children.map((child) => meaning(table, child)).join() : id;
}

function guards(table: ChartTable): Mutant[] {
  return table.guards.flatMap((guard, at) => {
    const ops = (['below', 'atLeast', 'equals'] as const).filter((op) => op !== guard.op).map((op) => ({ ...guard, op }));
    const limits = table.limits.flatMap((_, limit) => (limit === guard.limit ? [] : [{ ...guard, limit }]));
    const others = table.counters.flatMap((_, counter) => (counter === guard.counter ? [] : [{ ...guard, counter }]));
    const values = [1, -1].map((by) => ({
      kind: 'guard' as const,
      says: `the limit of guard ${at} is ${by} more`,
      table: {
        ...table,
        limits: table.limits.map((limit, i) => (i === guard.limit ? { ...limit, value: limit.value + by } : limit)),
      },
    }));
    return [
      ...values,
      ...[...ops, ...limits, ...others].map((changed) => ({
        kind: 'guard' as const,
        says: `guard ${at} is ${JSON.stringify(changed)}`,
        table: { ...table, guards: replaced(table.guards, at, changed) },
      })),
    ];
  });
}

function delays(table: ChartTable): Mutant[] {
  const values = table.delays.flatMap((delay, at) =>
    [1, -1].map((by) => ({
      kind: 'delay' as const,
      says: `${delay.name} is ${by} ms more`,
      table: { ...table, delays: replaced(table.delays, at, { ...delay, ms: delay.ms + by }) },
    })),
  );
  const names = table.timers.flatMap((timer, at) =>
    table.delays.length < 2
      ? []
      : [
          {
            kind: 'delay' as const,
            says: `timer ${timer.name} waits for another delay`,
            table: { ...table, timers: replaced(table.timers, at, { ...timer, delay: (timer.delay + 1) % table.delays.length }) },
          },
        ],
  );
  return [...values, ...names];
}

function counters(table: ChartTable): Mutant[] {
  return table.counters.flatMap((counter, at) =>
    [counter.max - 1, 1].map((max) => ({
      kind: 'counter' as const,
      says: `${counter.name} stops at ${max}`,
      table: { ...table, counters: replaced(table.counters, at, { ...counter, max }) },
    })),
  );
}

/** Each list of operations with two neighbours exchanged, where their order can be told. */
function orders(table: ChartTable): Mutant[] {
  return changedLists(table, 'order', (list) =>
    list.slice(1).flatMap((second, i) =>
      commute(table, list[i] as number, second)
        ? []
        : [
            {
              says: `operations ${list[i]} and ${second} changed places`,
              list: list.map((op, j) => (j === i ? second : j === i + 1 ? (list[i] as number) : op)),
            },
          ],
    ),
  );
}

/** What leaves the chart, what counts and what is raised do not hear of each other; nor do two counters. */
function commute(table: ChartTable, a: number, b: number): boolean {
  const about = (op: number): string => {
    const one = table.ops[op] as ChartTable['ops'][number];
    return one.op === 'raise' ? 'queue' : 'counter' in one ? `counter ${one.counter}` : 'world';
  };
  return a === b || about(a) !== about(b);
}

/** Each list of operations without one of them. */
function operations(table: ChartTable): Mutant[] {
  return changedLists(table, 'operation', (list) =>
    list.map((op, i) => ({ says: `operation ${op} is missing`, list: list.filter((_, j) => j !== i) })),
  );
}

function changedLists(
  table: ChartTable,
  kind: Mutant['kind'],
  change: (list: readonly number[]) => readonly { readonly says: string; readonly list: readonly number[] }[],
): Mutant[] {
  const states = table.states.flatMap((state, at) =>
    (['entry', 'exit', 'initialOps'] as const).flatMap((name) =>
      change(state[name]).map(({ says, list }) => ({
        kind,
        says: `${name} of ${state.id}: ${says}`,
        table: withState(table, at, { [name]: list }),
      })),
    ),
  );
  const transitions = table.transitions.flatMap(({ ops }, at) =>
    change(ops).map(({ says, list }) => ({
      kind,
      says: `transition ${at}: ${says}`,
      table: withTransition(table, at, { ops: list }),
    })),
  );
  return [...states, ...transitions];
}

/** A candidate that is missing, and two that changed places. */
function candidates(table: ChartTable): Mutant[] {
  return table.states.flatMap((state, at) => {
    const lists = state.on.map(({ event, transitions }, i) => ({
      name: `event ${event}`,
      list: transitions,
      put: (list: readonly number[]) => withState(table, at, { on: replaced(state.on, i, { event, transitions: list }) }),
    }));
    const always = {
      name: 'always',
      list: state.always,
      put: (list: readonly number[]) => withState(table, at, { always: list }),
    };
    return [...lists, always].flatMap(({ name, list, put }) => [
      ...list.map((one, i) => ({
        kind: 'candidates' as const,
        says: `${name} of ${state.id}: ${one} is missing`,
        table: put(list.filter((_, j) => j !== i)),
      })),
      ...(list.length < 2
        ? []
        : [{ kind: 'candidates' as const, says: `${name} of ${state.id}: turned round`, table: put([...list].reverse()) }]),
    ]);
  });
}

/** Whether leaving a state shows. */
function isSeen(table: ChartTable, state: number): boolean {
  const { exit, entry } = table.states[state] as TableState;
  return exit.length + entry.length > 0;
}

/** Another initial state, and a transition that re-enters where it did not. */
function entries(table: ChartTable): Mutant[] {
  const initials = table.states.flatMap(({ initial, children, id }, at) =>
    children
      .filter((child) => initial >= 0 && child !== initial)
      .map((child) => ({
        kind: 'entry' as const,
        says: `${id} starts in ${table.states[child]?.key}`,
        table: withState(table, at, { initial: child }),
      })),
  );
  const domains = table.transitions.flatMap(({ domain, targets }, at) =>
    at === table.initial || targets.length === 0 || domain < 0 || !isSeen(table, domain)
      ? []
      : [
          {
            kind: 'entry' as const,
            says: `transition ${at} leaves one state more`,
            table: withTransition(table, at, { domain: table.states[domain]?.parent ?? domain }),
          },
        ],
  );
  return [...initials, ...domains];
}
