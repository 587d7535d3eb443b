import type { ChartTable } from '../ChartTable.js';
import type { Contest } from './Contest.js';
import type { Difference } from './Difference.js';
import type { EngineAnswer } from './EngineAnswer.js';

/** A difference between two engines as plain data, for whoever draws it. */
export interface Disagreement {
  readonly table: ChartTable;
  /** The shortest way found, from the chart's start to the step on which the two do not agree. */
  readonly way: readonly WayStep[];
  /** The reference's and the other's. */
  readonly answers: readonly [EngineAnswer, EngineAnswer];
}

/** One step of it; the active leaves by their paths, as the reference says. */
export interface WayStep {
  /** The event's name in the table; `null`: both engines were put where `after` says. */
  readonly event: string | null;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Goes the way of a difference again and takes down what there is to see. */
export function disagreementOf(contest: Contest, table: ChartTable, { moves, figures }: Difference): Disagreement {
  let pair = contest.start();
  const way = moves.map((move): WayStep => {
    const before = contest.activeIn(pair);
    pair = typeof move === 'string' ? contest.step(pair, move) : contest.restore(move.restore);
    return { event: typeof move === 'string' ? move : null, before, after: contest.activeIn(pair) };
  });
  const answers = contest.answers(pair);
  if (figures === undefined) return { table, way, answers };
  const [reference, other] = answers;
  return {
    table,
    way,
    answers: [
      { ...reference, lines: [figures[0]] },
      { ...other, lines: [figures[1]] },
    ],
  };
}
