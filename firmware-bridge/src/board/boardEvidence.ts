import {
  type ChartDefinition,
  type ChartTable,
  type Disagreement,
  parameterValues,
  TableEngine,
  XStateEngine,
} from '@dosetwin/twin';
import type { ChartBoard } from './ChartBoard.js';
import { compareBoard, type Sequence } from './compareBoard.js';
import { type SequencePlan, sequencesOf } from './sequencesOf.js';

/** A chart with its table, at its place in a board's program. */
export interface EmittedDefinition {
  readonly definition: ChartDefinition;
  readonly table: ChartTable;
}

export interface BoardEvidence {
  readonly chart: string;
  /** States (configuration, counters, memory) that were reached, and whether these are all. */
  readonly states: number;
  readonly complete: boolean;
  /** Steps compared with tables in TypeScript: from every state under every event, counters at their edges, random walks. */
  readonly tableSteps: number;
  /** Steps of the walks, compared with XState itself. */
  readonly xstateSteps: number;
  /** In words; `null` where all agree. */
  readonly difference: string | null;
  readonly shortest: Sequence | null;
  /** The same for a drawing. */
  readonly disagreement: Disagreement | null;
}

/** All that is asked of each chart of a program in C, `emitted` in the program's order. */
export function boardEvidence(board: ChartBoard, emitted: readonly EmittedDefinition[], plan: SequencePlan): BoardEvidence[] {
  return emitted.map(({ definition, table }, chart) => {
    const limits = parameterValues(definition.name, definition.parameters);
    const tables = new TableEngine(definition, table);
    const { closure, states, complete, walks } = sequencesOf(tables, table, limits, plan);
    const given = { board, chart, table, limits };
    const onTables = compareBoard({ ...given, engine: tables, engineName: 'tables' }, [...closure, ...walks]);
    const onXState = onTables.difference
      ? { steps: 0, difference: null, shortest: null, disagreement: null }
      : compareBoard({ ...given, engine: new XStateEngine(definition), engineName: 'XState' }, walks);
    return {
      chart: definition.name,
      states,
      complete,
      tableSteps: onTables.steps,
      xstateSteps: onXState.steps,
      difference: onTables.difference ?? onXState.difference,
      shortest: onTables.shortest ?? onXState.shortest,
      disagreement: onTables.disagreement ?? onXState.disagreement,
    };
  });
}
