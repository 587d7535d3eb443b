import type { ChartDefinition } from '../../charts/ChartDefinition.js';
import { parameterValues } from '../../charts/parameters.js';
import type { ChartEngine } from '../ChartEngine.js';
import type { ChartTable } from '../ChartTable.js';
import { compileChart } from '../compile/compileChart.js';
import { TableEngine } from '../TableEngine.js';
import { Contest } from './Contest.js';
import { examineClosure } from './closure.js';
import { probeCounters } from './counterProbes.js';
import type { Difference } from './Difference.js';
import { examineWalks } from './walks.js';

export interface EvidenceOptions {
  /** Situations at which the closure gives up, and random walks take over. */
  readonly maxSituations: number;
  readonly seed: number;
  readonly walks: number;
  /** Steps of each walk. */
  readonly walkSteps: number;
}

export interface Evidence {
  readonly chart: string;
  readonly states: number;
  readonly situations: number;
  readonly complete: boolean;
  /** Steps compared in the closure, with impossible counters, and in random walks. */
  readonly closureSteps: number;
  readonly probeSteps: number;
  readonly walkSteps: number;
  readonly difference: Difference | null;
}

/** All that is asked of an engine that runs a chart from a table, beside XState. Without a table the chart is compiled. */
export function evidenceOf(
  definition: ChartDefinition,
  options: EvidenceOptions,
  table: ChartTable = compileChart(definition),
  examined: ChartEngine = new TableEngine(definition, table),
): Evidence {
  const defaults = parameterValues(definition.name, definition.parameters);
  const contest = new Contest(definition, table, examined, defaults);
  const wrongFigure = figuresOf(definition, table);
  const closure = examineClosure(contest, options.maxSituations);
  const probes = closure.difference ? { steps: 0, difference: null } : probeCounters(contest, closure.saved);
  const idle = closure.complete || closure.difference !== null || probes.difference !== null;
  const walks = idle ? { steps: 0, difference: null } : examineWalks(contest, options.seed, options.walks, options.walkSteps);
  return {
    chart: definition.name,
    states: closure.states,
    situations: closure.situations,
    complete: closure.complete,
    closureSteps: closure.steps,
    probeSteps: probes.steps,
    walkSteps: walks.steps,
    difference: wrongFigure ?? closure.difference ?? probes.difference ?? walks.difference,
  };
}

/** Delays and limits of a table are the parameters' defaults: they become constants of a controller. */
function figuresOf({ parameters }: ChartDefinition, { delays, limits }: ChartTable): Difference | null {
  const figures = [...delays.map(({ name, ms }) => ({ name, value: ms })), ...limits];
  const wrong = figures.find(({ name, value }) => parameters[name]?.value !== value);
  return wrong ? { moves: [], says: `${wrong.name} is ${parameters[wrong.name]?.value}, and ${wrong.value} in the table` } : null;
}
