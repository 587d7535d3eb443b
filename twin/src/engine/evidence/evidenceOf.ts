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
import { type Disagreement, disagreementOf } from './Disagreement.js';
import { Reference } from './Reference.js';
import { examineWalks } from './walks.js';

export interface EvidenceOptions {
  /** Situations at which the closure gives up, and random walks take over. */
  readonly maxSituations: number;
  /** States at most that are tried with counters that no run reaches. */
  readonly maxProbed: number;
  readonly seed: number;
  readonly walks: number;
  /** Steps of each walk. */
  readonly walkSteps: number;
}

/** More than a counter can hold. */
const UNLIMITED = 300;

export interface Evidence {
  readonly chart: string;
  /** Sets of limits for which all was done: the defaults, the least, the greatest. */
  readonly limits: number;
  readonly states: number;
  readonly situations: number;
  /** Whether every closure met all that can be reached. */
  readonly complete: boolean;
  /** Steps compared in closures, with counters that no run reaches, and in random walks. */
  readonly closureSteps: number;
  readonly probeSteps: number;
  readonly walkSteps: number;
  readonly difference: Difference | null;
  /** Goes there again and answers what there is to draw. */
  readonly disagreement: (() => Disagreement) | null;
}

/** XState on a chart, once for each set of limits under which the chart is examined. */
export function referencesOf(definition: ChartDefinition): Reference[] {
  const { name, parameters } = definition;
  const defaults = parameterValues(name, parameters);
  const extreme = (end: 'min' | 'max') =>
    Object.fromEntries(
      Object.entries(parameters).map(([key, parameter]) => [key, key.endsWith('Ms') ? parameter.value : parameter[end]]),
    );
  const sets = [defaults, extreme('min'), extreme('max')].map((limits) => JSON.stringify(limits));
  return [...new Set(sets)].map((limits) => new Reference(definition, JSON.parse(limits) as Record<string, number>));
}

/** Limits beyond any counter: guards that stop a counter early let it run on to where it saturates. */
export function unlimitedOf(definition: ChartDefinition): Reference {
  const { name, parameters } = definition;
  const values = Object.entries(parameterValues(name, parameters));
  return new Reference(
    definition,
    Object.fromEntries(values.map(([key, value]) => [key, key.endsWith('Ms') ? value : UNLIMITED])),
  );
}

/** All that is asked of an engine that runs a chart from a table, beside XState. */
export function evidenceOf(
  definition: ChartDefinition,
  options: EvidenceOptions,
  table: ChartTable = compileChart(definition),
  examined: ChartEngine = new TableEngine(definition, table),
  references: readonly Reference[] = referencesOf(definition),
  unlimited: Reference = unlimitedOf(definition),
): Evidence {
  const counts = { states: 0, situations: 0, closureSteps: 0, probeSteps: 0, walkSteps: 0 };
  let complete = true;
  let difference = figuresOf(definition, table);
  let found: Contest | null = null;
  for (const reference of references) {
    const contest = new Contest(definition, table, reference, examined);
    found ??= difference === null ? null : contest;
    if (difference !== null) break;
    const closure = examineClosure(contest, options.maxSituations);
    const probed = closure.saved.slice(0, options.maxProbed);
    const beyond = new Contest(definition, table, unlimited, examined);
    const probes = closure.difference ? [] : [probeCounters(contest, probed), probeCounters(beyond, probed)];
    const atEdges = probes.find((one) => one.difference !== null)?.difference ?? null;
    const agree = closure.difference === null && atEdges === null;
    const walks = agree && !closure.complete ? examineWalks(contest, options.seed, options.walks, options.walkSteps) : null;
    counts.states += closure.states;
    counts.situations += closure.situations;
    counts.closureSteps += closure.steps;
    for (const { steps } of probes) counts.probeSteps += steps;
    counts.walkSteps += walks?.steps ?? 0;
    complete &&= closure.complete;
    difference = closure.difference ?? atEdges ?? walks?.difference ?? null;
    found = probes[1]?.difference != null && probes[0]?.difference === null ? beyond : contest;
  }
  const [contest, shown] = [found, difference];
  const disagreement = contest && shown && (() => disagreementOf(contest, compileChart(definition), shown));
  return { chart: definition.name, limits: references.length, ...counts, complete, difference, disagreement };
}

/** Delays and limits of a table are the parameters' defaults: they become constants of a controller. */
function figuresOf({ parameters }: ChartDefinition, { delays, limits }: ChartTable): Difference | null {
  const figures = [...delays.map(({ name, ms }) => ({ name, value: ms })), ...limits];
  const wrong = figures.find(({ name, value }) => parameters[name]?.value !== value);
  if (wrong === undefined) return null;
  const expected = parameters[wrong.name]?.value;
  return {
    moves: [],
    says: `${wrong.name} is ${expected}, and ${wrong.value} in the table`,
    figures: [`${wrong.name} = ${expected}`, `${wrong.name} = ${wrong.value}`],
  };
}
