import { type ChartTable, NONE, type TableState, type TableTransition } from '@dosetwin/twin';
import type { ChartCounter, ChartEdge, ChartGraph, ChartNode, ChartNodeKind, ChartNote } from './ChartGraph.js';
import { opWords } from './opWords.js';

/** The drawing's graph of a chart, read from the tables by which it runs. */
export function graphOf(table: ChartTable): ChartGraph {
  const [root, ...nodes] = table.states.map((_, state) => nodeOf(table, state));
  return {
    name: table.chart,
    root: root as ChartNode,
    nodes,
    edges: [...edgesOf(table)],
    counters: table.counters.map(({ name }, counter) => ({ name, limit: limitOf(table, counter) }) satisfies ChartCounter),
  };
}

/** Keys from the root downwards, without the root's: as the trace names states. */
export function pathOf({ states }: ChartTable, state: number): string {
  const { parent, key } = states[state] as TableState;
  if (parent === NONE) return '';
  return states[parent]?.parent === NONE ? key : `${pathOf({ states } as ChartTable, parent)}.${key}`;
}

const KINDS: Readonly<Record<TableState['kind'], ChartNodeKind>> = {
  atomic: 'state',
  compound: 'group',
  parallel: 'parallel',
  final: 'final',
  'shallow-history': 'shallow-history',
  'deep-history': 'deep-history',
};

function nodeOf(table: ChartTable, state: number): ChartNode {
  const { key, kind, parent } = table.states[state] as TableState;
  return {
    id: pathOf(table, state),
    key,
    parent: parent <= 0 ? null : pathOf(table, parent),
    kind: KINDS[kind],
    initial: table.states[parent]?.initial === state,
    notes: notesOf(table, state),
  };
}

function notesOf(table: ChartTable, state: number): ChartNote[] {
  const { entry, exit, initialOps } = table.states[state] as TableState;
  const own = [
    { on: 'entry', ops: entry },
    { on: 'start', ops: initialOps },
    { on: 'exit', ops: exit },
  ].flatMap(({ on, ops }): ChartNote[] => {
    const effects = opWords(table, ops);
    return effects.length === 0 ? [] : [{ on, afterMs: null, guard: '', limit: null, otherwise: false, effects }];
  });
  const inside = table.transitions.flatMap((transition, index) =>
    index !== table.initial && transition.source === state && transition.targets.length === 0 ? [noteOf(table, index)] : [],
  );
  return [...own, ...inside];
}

function* edgesOf(table: ChartTable): Generator<ChartEdge> {
  for (const [index, { source, targets }] of table.transitions.entries()) {
    if (index === table.initial) continue;
    const note = noteOf(table, index);
    for (const target of targets) {
      const [from, to] = [pathOf(table, source), pathOf(table, target)];
      yield { ...note, id: `${from}/${note.on}/${index}${targets.length > 1 ? `/${to}` : ''}`, from, to };
    }
  }
  for (const [state, { defaults, defaultIsInitial }] of table.states.entries()) {
    if (defaultIsInitial) continue;
    for (const target of defaults) {
      const [from, to] = [pathOf(table, state), pathOf(table, target)];
      yield {
        id: `${from}/default/${to}`,
        from,
        to,
        on: 'at first',
        afterMs: null,
        guard: '',
        limit: null,
        otherwise: false,
        effects: [],
      };
    }
  }
}

function noteOf(table: ChartTable, index: number): ChartNote {
  const transition = table.transitions[index] as TableTransition;
  const guard = table.guards[transition.guard];
  const limit = guard === undefined ? undefined : table.limits[guard.limit];
  const words = guard === undefined ? '' : `${table.counters[guard.counter]?.name} ${GUARDS[guard.op]} ${limit?.name}`;
  return {
    ...eventOf(table, transition),
    guard: words,
    limit: limit?.value ?? null,
    otherwise: guard === undefined && followsGuarded(table, index),
    effects: opWords(table, transition.ops),
  };
}

const GUARDS = { below: 'below', atLeast: 'at least', equals: 'equals' } as const;

function eventOf(table: ChartTable, { event, source }: TableTransition): Pick<ChartNote, 'on' | 'afterMs'> {
  const named = table.events[event];
  if (named === undefined) return { on: '', afterMs: null };
  if (named.kind === 'after') {
    const delay = table.delays[table.timers.find((timer) => timer.event === event)?.delay ?? NONE];
    return { on: `after ${delay?.name}`, afterMs: delay?.ms ?? null };
  }
  if (named.kind === 'other') return { on: '*', afterMs: null };
  if (named.kind === 'prefix') return { on: `${named.name}.*`, afterMs: null };
  if (named.kind === 'named') return { on: named.name, afterMs: null };
  return {
    on: named.name === `xstate.done.state.${table.states[source]?.id}` ? 'done' : named.name.slice('xstate.'.length),
    afterMs: null,
  };
}

/** Whether guarded transitions of the same state and event are asked before this one. */
function followsGuarded({ states, transitions }: ChartTable, index: number): boolean {
  const { source, event } = transitions[index] as TableTransition;
  const state = states[source] as TableState;
  const asked = event === NONE ? state.always : (state.on.find((one) => one.event === event)?.transitions ?? []);
  return asked.slice(0, asked.indexOf(index)).some((before) => transitions[before]?.event === event);
}

/** The largest limit with which guards compare a counter. */
function limitOf({ guards, limits }: ChartTable, counter: number): number {
  return Math.max(0, ...guards.filter((guard) => guard.counter === counter).map(({ limit }) => limits[limit]?.value ?? 0));
}
