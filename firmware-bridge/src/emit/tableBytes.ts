import { type ChartTable, NONE, type TableOp, type TableState } from '@dosetwin/twin';
import { CannotEmit } from './CannotEmit.js';
import { opName, pathOf, timerName } from './cNames.js';
import { ListSection } from './ListSection.js';
import { stateLayout } from './stateLayout.js';
import type { Cell, TableRow, TableSection } from './TableSection.js';

/** `firmware/chart_layout.h` holds the same numbers under the same names. */
const NOTHING = 0xff;
const MOST = 0xfe;
const HEADER_BYTES = 22;
const STATE_BYTES = 16;
const TRANSITION_BYTES = 8;
const GUARD_BYTES = 3;
const OP_BYTES = 3;
const TIMER_BYTES = 5;

const KIND = { atomic: 0, compound: 1, parallel: 2, final: 3, 'shallow-history': 4, 'deep-history': 5 } as const;
const GUARD = { below: 0, atLeast: 1, equals: 2 } as const;
const OP = { effect: 0, 'set-timer': 1, 'cancel-timer': 2, increment: 3, reset: 4, set: 5, raise: 6 } as const;

/** A chart's table as the rows of bytes that `firmware/chart.c` reads. */
export function tableBytes(table: ChartTable): TableSection[] {
  refuseWhatDoesNotFit(table);
  const { states, transitions, guards, ops, counters, limits, timers } = table;
  const transitionsAt = HEADER_BYTES + states.length * STATE_BYTES;
  const guardsAt = transitionsAt + transitions.length * TRANSITION_BYTES;
  const opsAt = guardsAt + guards.length * GUARD_BYTES;
  const countersAt = opsAt + ops.length * OP_BYTES;
  const limitsAt = countersAt + counters.length;
  const timersAt = limitsAt + limits.length * 2;
  const lists = new ListSection(timersAt + timers.length * TIMER_BYTES);
  const places = [transitionsAt, guardsAt, opsAt, countersAt, limitsAt, timersAt];
  const sections = [
    { title: 'where what begins', rows: headerRows(table, places) },
    {
      title: 'states: kind, parent, last, initial, done, memory; entry, exit, initial operations, events, always',
      rows: stateRows(table, lists),
    },
    { title: 'transitions: source, guard, domain, re-enters; targets, operations', rows: transitionRows(table, lists) },
    {
      title: 'guards: what it asks, counter, limit',
      rows: guards.map((guard) => ({
        comment: `${counters[guard.counter]?.name} ${guard.op} ${limits[guard.limit]?.name}`,
        cells: [GUARD[guard.op], guard.counter, guard.limit],
      })),
    },
    {
      title: 'operations: what it does, two arguments',
      rows: ops.map((op) => ({ comment: opName(table, op), cells: opCells(op) })),
    },
    { title: 'counters: the most they hold', rows: counters.map(({ name, max }) => ({ comment: name, cells: [max] })) },
    {
      title: 'limits: their defaults',
      rows: limits.map(({ name, value }) => ({ comment: name, cells: [{ word: Math.min(value, 0xffff) }] })),
    },
    {
      title: 'timers: event, delay in ms',
      rows: timers.map(({ delay, event }, timer) => ({
        comment: timerName(table, timer),
        cells: [event, { long: table.delays[delay]?.ms ?? 0 }],
      })),
    },
    { title: 'lists', rows: lists.rows },
  ];
  if (lists.end > 0xffff) throw new CannotEmit(table.chart, `its table has ${lists.end} bytes, at most 65535`);
  return sections;
}

export function bytesOf(cell: Cell): number {
  if (typeof cell === 'number') return 1;
  return 'word' in cell ? 2 : 4;
}

function headerRows(table: ChartTable, places: readonly number[]): TableRow[] {
  const { version, states, counters, bounds, initial } = table;
  const { memories, doneAt, bytes } = stateLayout(table);
  return [
    { comment: 'version', cells: [version] },
    { comment: 'states, counters, leaves', cells: [states.length, counters.length, bounds.leaves] },
    { comment: 'initial transition, history states', cells: [initial, memories.length] },
    { comment: 'which byte says done, bytes of a state', cells: [doneAt ?? NOTHING, bytes] },
    { comment: 'microsteps', cells: [{ word: Math.min(bounds.microsteps, 0xffff) }] },
    {
      comment: 'transitions, guards, operations, counters, limits, timers begin',
      cells: places.map((place) => ({ word: place })),
    },
  ];
}

function stateRows(table: ChartTable, lists: ListSection): TableRow[] {
  const { states } = table;
  const { memories } = stateLayout(table);
  return states.map((state, number) => {
    const path = pathOf(states, number);
    const memory = memories.find(({ history }) => history === number);
    const isHistory = memory !== undefined;
    const bytes = [
      KIND[state.kind],
      orNothing(state.parent),
      state.last,
      isHistory ? (state.defaults[0] as number) : orNothing(state.initial),
      isHistory ? Number(state.defaultIsInitial) : Math.max(state.done, 0),
      memory?.at ?? NOTHING,
    ];
    const words = [
      isHistory ? memory.bytes : lists.add(state.entry, `${path}: entry`),
      lists.add(state.exit, `${path}: exit`),
      lists.add(state.initialOps, `${path}: initial operations`),
      lists.addEvents(eventsOf(state), `${path}: events`),
      lists.add(state.always, `${path}: always`),
    ];
    return { comment: `${number} ${path}`, cells: [...bytes, ...words.map((word) => ({ word }))] };
  });
}

/** A named event without a candidate that could be taken is the same as none. */
function eventsOf({ on }: TableState): TableState['on'] {
  return on.filter(({ transitions }) => transitions.length > 0);
}

function transitionRows({ states, events, transitions }: ChartTable, lists: ListSection): TableRow[] {
  return transitions.map(({ source, event, guard, domain, reenter, targets, ops }, number) => {
    const from = pathOf(states, source);
    const to = targets.map((target) => pathOf(states, target)).join(', ');
    const on = event === NONE ? 'eventless' : eventWords(events[event]?.name ?? '');
    return {
      comment: `${number} ${from}, ${on}${to === '' ? '' : ` -> ${to}`}`,
      cells: [
        source,
        orNothing(guard),
        orNothing(domain),
        Number(reenter),
        { word: lists.add(targets, `${from}, ${on}: targets`) },
        { word: lists.add(ops, `${from}, ${on}: operations`) },
      ],
    };
  });
}

/** `after motionLimitMs` for a timer's event, whose state the transition's source says already. */
function eventWords(name: string): string {
  return name.replace(/^xstate\.after\.(\w+)\..*/, 'after $1').replace(/^xstate\.done\.state\./, 'done ');
}

function opCells(op: TableOp): number[] {
  switch (op.op) {
    case 'effect':
      return [OP.effect, 0, 0];
    case 'set-timer':
    case 'cancel-timer':
      return [OP[op.op], op.timer, 0];
    case 'set':
      return [OP.set, op.counter, op.limit];
    case 'raise':
      return [OP.raise, op.event, 0];
    default:
      return [OP[op.op], op.counter, 0];
  }
}

function orNothing(index: number): number {
  return index === NONE ? NOTHING : index;
}

function refuseWhatDoesNotFit(table: ChartTable): void {
  const { chart, limits, delays } = table;
  for (const what of ['states', 'events', 'transitions', 'guards', 'ops', 'counters', 'limits', 'timers'] as const) {
    if (table[what].length > MOST) throw new CannotEmit(chart, `${table[what].length} ${what}, at most ${MOST} fit a byte`);
  }
  if (stateLayout(table).bytes > MOST) throw new CannotEmit(chart, `its state has more than ${MOST} bytes`);
  const odd = limits.find(({ value }) => !Number.isSafeInteger(value) || value < 0);
  if (odd) throw new CannotEmit(chart, `the limit ${odd.name} is ${odd.value}; a controller counts in whole numbers from 0`);
  const long = delays.find(({ ms }) => !Number.isSafeInteger(ms) || ms < 0 || ms > 0xffffffff);
  if (long) throw new CannotEmit(chart, `the delay ${long.name} is ${long.ms} ms, which 32 bits do not hold`);
}
