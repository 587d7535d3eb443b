import type { ChartEngine, ChartStep, ChartTable, Disagreement, Saved, WayStep } from '@dosetwin/twin';
import type { BoardRun, BoardStep, ChartBoard } from './ChartBoard.js';
import { StepWords } from './StepWords.js';

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
  /** The same for a drawing. */
  readonly disagreement: Disagreement | null;
}

/** A chart of a board's program, and the engine that it is held against. */
export interface BoardGiven {
  readonly board: ChartBoard;
  /** Which of the program's charts. */
  readonly chart: number;
  readonly table: ChartTable;
  readonly engine: ChartEngine;
  readonly engineName: string;
  readonly limits: Readonly<Record<string, number>>;
}

interface BoardContest extends BoardGiven {
  readonly words: StepWords;
}

/** Runs sequences on a board and on an engine, and compares states, counters, memory and operations after every step. */
export function compareBoard(given: BoardGiven, sequences: readonly Sequence[]): BoardComparison {
  const contest = { ...given, words: new StepWords(given.table, given.engine, given.limits) };
  const answers = contest.board.run(sequences.map((sequence) => runOf(contest, sequence)));
  let steps = 0;
  for (const [i, sequence] of sequences.entries()) {
    const expected = walk(contest, sequence);
    const answer = answers[i] ?? [];
    steps += expected.length;
    if (answer.length !== expected.length) throw new Error(`${answer.length} steps came back, and ${expected.length} were asked`);
    if (expected.some((step, at) => contest.words.ofBoard(answer[at] as BoardStep) !== step)) {
      const shortest = shortened(contest, sequence);
      const difference = differenceIn(contest, shortest);
      return {
        steps,
        shortest,
        difference: difference ?? `${contest.table.chart}: ${contest.board.name} differs, but not again`,
        disagreement: disagreementOn(contest, shortest),
      };
    }
  }
  return { steps, difference: null, shortest: null, disagreement: null };
}

/** Goes the way of a sequence again and takes down what there is to see. */
function disagreementOn(contest: BoardContest, sequence: Sequence): Disagreement {
  const { board, table, engine, engineName, limits, words } = contest;
  const leaves = ({ state }: ChartStep) => words.answerOfEngine(engineName, { state, effects: [] }).active;
  const way: WayStep[] = [];
  let step = sequence.from === null ? engine.start(limits) : { state: words.placeOf(sequence.from).state, effects: [] };
  if (sequence.from !== null) way.push({ event: null, before: [], after: leaves(step) });
  for (const event of sequence.events) {
    const before = leaves(step);
    step = engine.step(step.state, words.eventName(event));
    way.push({ event: words.eventName(event), before, after: leaves(step) });
  }
  const last = board.run([runOf(contest, sequence)])[0]?.at(-1);
  const said =
    last === undefined ? { engine: board.name, active: [], lines: ['no answer'] } : words.answerOfBoard(board.name, last);
  return { table, way, answers: [words.answerOfEngine(engineName, step), said] };
}

function runOf({ chart, words }: BoardContest, { from, events }: Sequence): BoardRun {
  return { chart, from: from === null ? null : words.placeOf(from).bytes, events };
}

/** What the engine says of every step. */
function walk({ engine, limits, words }: BoardContest, { from, events }: Sequence): string[] {
  const steps: string[] = [];
  let state: ChartStep['state'];
  if (from === null) {
    const start = engine.start(limits);
    state = start.state;
    steps.push(words.ofEngine(start));
  } else state = words.placeOf(from).state;
  for (const event of events) {
    const step = engine.step(state, words.eventName(event));
    steps.push(words.ofEngine(step));
    state = step.state;
  }
  return steps;
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
    const answer = contest.words.ofBoard(answers[at] as BoardStep);
    if (answer !== step) return { at, expected: step, answer };
  }
  return null;
}
