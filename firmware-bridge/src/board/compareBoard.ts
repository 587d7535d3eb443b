import { type ChartEngine, type ChartStep, type ChartTable, EventNumbers, restoreConfiguration, type Saved } from '@dosetwin/twin';
import { stateBytes, standingOf } from '../emit/stateBytes.js';
import type { BoardRun, BoardStep, ChartBoard } from './ChartBoard.js';

/** Events by their numbers, from the start of a chart or from where an engine saved it. */
export interface Sequence {
  readonly from: Saved | null;
  readonly events: readonly number[];
}

export interface BoardComparison {
  /** Steps compared. */
  readonly steps: number;
  /** The first step on which the two do not agree, in words; `null` where they agree on all. */
  readonly difference: string | null;
  /** The shortest sequence found that shows it. */
  readonly shortest: Sequence | null;
}

/** A chart of a board's program, and the engine that it is held against. */
export interface BoardContest {
  readonly board: ChartBoard;
  /** Which of the program's charts. */
  readonly chart: number;
  readonly table: ChartTable;
  readonly engine: ChartEngine;
  readonly limits: Readonly<Record<string, number>>;
}

/** Runs sequences on a board and on an engine, and compares states, counters, memory and operations after every step. */
export function compareBoard(contest: BoardContest, sequences: readonly Sequence[]): BoardComparison {
  const answers = contest.board.run(sequences.map((sequence) => runOf(contest, sequence)));
  let steps = 0;
  for (const [i, sequence] of sequences.entries()) {
    const expected = walk(contest, sequence);
    const answer = answers[i] ?? [];
    steps += expected.length;
    if (answer.length !== expected.length) throw new Error(`${answer.length} steps came back, and ${expected.length} were asked`);
    if (expected.some((step, at) => told(contest, answer[at] as BoardStep) !== step)) {
      const shortest = shortened(contest, sequence);
      const difference = differenceIn(contest, shortest);
      return { steps, shortest, difference: difference ?? `${contest.table.chart}: ${contest.board.name} differs, but not again` };
    }
  }
  return { steps, difference: null, shortest: null };
}

function runOf({ chart, table }: BoardContest, { from, events }: Sequence): BoardRun {
  if (from === null) return { chart, from, events };
  const { counters } = from as { readonly counters: Readonly<Record<string, number>> };
  const values = table.counters.map(({ name }) => counters[name] ?? 0);
  return { chart, from: stateBytes(table, { configuration: restoreConfiguration(table, from), counters: values }), events };
}

/** What the engine says of every step. */
function walk(contest: BoardContest, { from, events }: Sequence): string[] {
  const { engine, limits, table } = contest;
  const numbers = new EventNumbers(table.events);
  const steps: string[] = [];
  let state: ChartStep['state'];
  if (from === null) {
    const start = engine.start(limits);
    state = start.state;
    steps.push(toldByEngine(contest, start));
  } else state = engine.restore(from, limits);
  for (const event of events) {
    const step = engine.step(state, numbers.exampleOf(event));
    steps.push(toldByEngine(contest, step));
    state = step.state;
  }
  return steps;
}

function toldByEngine({ engine, table }: BoardContest, { state, effects }: ChartStep): string {
  const counters = table.counters.map(({ name }) => state.counters[name]);
  return JSON.stringify([where(table, restoreConfiguration(table, engine.save(state))), counters, effects]);
}

function told({ table }: BoardContest, { state, ops }: BoardStep): string {
  const { configuration, counters } = standingOf(table, state);
  return JSON.stringify([where(table, configuration), counters, ops.map((op) => effectOf(table, op))]);
}

/**
 * Leaves in the order in which they were entered where eventless transitions can tell, else in document order; what is
 * remembered as a set; whether the chart is done.
 */
function where(table: ChartTable, { leaves, remembered, done }: ReturnType<typeof restoreConfiguration>): unknown {
  const ascending = (list: readonly number[]) => [...list].sort((a, b) => a - b);
  const isOrdered = !done && table.states.some(({ always }) => always.length > 0);
  const idOf = (state: number) => table.states[state]?.id;
  return {
    leaves: (isOrdered ? leaves : ascending(leaves)).map(idOf),
    remembered: remembered.map((list) => ascending(list).map(idOf)),
    done,
  };
}

/** An operation as an engine would name it. */
function effectOf({ ops, timers, delays, events }: ChartTable, index: number): unknown {
  const op = ops[index];
  if (op?.op === 'effect') return { type: op.type, params: op.params };
  if (op?.op !== 'set-timer' && op?.op !== 'cancel-timer') return { strange: index };
  const timer = timers[op.timer];
  if (op.op === 'cancel-timer') return { type: 'cancel-timer', id: timer?.name };
  return {
    type: 'set-timer',
    id: timer?.name,
    delay: delays[timer?.delay ?? -1]?.name,
    event: events[timer?.event ?? -1]?.name,
  };
}

/** Leaves out whatever events are not needed for the two to differ, larger pieces first. */
function shortened(contest: BoardContest, sequence: Sequence): Sequence {
  let best = upToDifference(contest, sequence);
  for (let size = Math.ceil(best.events.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from + size <= best.events.length; ) {
      const events = [...best.events.slice(0, from), ...best.events.slice(from + size)];
      const shorter = { from: best.from, events };
      if (differenceIn(contest, shorter) !== null) best = upToDifference(contest, shorter);
      else from += 1;
    }
  }
  return best;
}

function upToDifference(contest: BoardContest, sequence: Sequence): Sequence {
  const at = firstDifference(contest, sequence)?.at;
  if (at === undefined) return sequence;
  return { from: sequence.from, events: sequence.events.slice(0, sequence.from === null ? at : at + 1) };
}

function differenceIn(contest: BoardContest, sequence: Sequence): string | null {
  const found = firstDifference(contest, sequence);
  if (found === null) return null;
  const { table, board } = contest;
  const start = sequence.from === null ? 'start' : JSON.stringify(sequence.from);
  const words = [start, ...sequence.events.map((event) => table.events[event]?.name ?? String(event))];
  return `${table.chart}: ${words.join(', then ')}: the engine says\n  ${found.expected}\nand ${board.name}\n  ${found.answer}`;
}

function firstDifference(
  contest: BoardContest,
  sequence: Sequence,
): { readonly at: number; readonly expected: string; readonly answer: string } | null {
  const expected = walk(contest, sequence);
  const [answers = []] = contest.board.run([runOf(contest, sequence)]);
  for (const [at, step] of expected.entries()) {
    const answer = told(contest, answers[at] as BoardStep);
    if (answer !== step) return { at, expected: step, answer };
  }
  return null;
}
