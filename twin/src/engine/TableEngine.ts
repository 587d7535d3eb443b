import type { ChartDefinition } from '../charts/ChartDefinition.js';
import type { Saved } from '../kernel/Kernel.js';
import type { ChartEffect, ChartEngine, ChartState, ChartStep, TimerEffect } from './ChartEngine.js';
import type { ChartTable, TableOp, TableState } from './ChartTable.js';
import { ConfigurationSpace } from './ConfigurationSpace.js';
import { compileChart } from './compile/compileChart.js';
import { limitsOf } from './limitsOf.js';
import { restoreConfiguration, saveConfiguration } from './savedConfiguration.js';

/** A configuration with its counters, and what is known of the steps from there, by event number. */
interface TableChartState extends ChartState {
  readonly number: number;
  readonly family: Family;
  readonly steps: (ChartStep<TableChartState> | undefined)[];
  /** Whether the engine keeps it; what it does not keep is forgotten with whoever holds it. */
  readonly isKept: boolean;
}

/** All states that were met under the same limits. */
interface Family {
  readonly limits: Float64Array;
  readonly states: Map<string, TableChartState>;
  readonly counters: Map<string, Readonly<Record<string, number>>>;
}

/** States kept for each set of limits; a chart whose counters make more of them still runs, and finds each step anew. */
const MAX_KEPT = 20_000;
/** Sets of limits kept; after more of them it begins anew, and whoever runs goes on with what it holds. */
const MAX_FAMILIES = 64;
/** Names with which XState steers itself; no chart receives them. */
const STEERING = /^(\*|xstate\.(init|stop)|xstate\.error\.actor.*)$/;

/** Runs a chart from its table. A step that was taken once, from the same state, is looked up and not computed. */
export class TableEngine implements ChartEngine<TableChartState> {
  readonly definition: ChartDefinition;
  readonly table: ChartTable;
  readonly #space: ConfigurationSpace;
  readonly #numbers = new Map<string, number>();
  readonly #effects: readonly (ChartEffect | TimerEffect | null)[];
  readonly #families = new Map<string, Family>();
  readonly #counters: Uint8Array;

  constructor(definition: ChartDefinition, table: ChartTable = compileChart(definition)) {
    this.definition = definition;
    this.table = table;
    this.#space = new ConfigurationSpace(table);
    this.#effects = table.ops.map((op) => effectOf(table, op));
    this.#counters = new Uint8Array(table.counters.length);
    for (const [number, { name, kind }] of table.events.entries()) {
      if (kind !== 'other' && kind !== 'prefix') this.#numbers.set(name, number);
    }
  }

  start(limits: Readonly<Record<string, number>>): ChartStep<TableChartState> {
    const family = this.#familyOf(limits);
    return this.#stepTo(this.#space.start(this.#counters, 0, family.limits), family);
  }

  step(state: TableChartState, event: string): ChartStep<TableChartState> {
    const number = this.#numbers.get(event) ?? this.#unnamed(event);
    return state.steps[number] ?? this.#find(state, number);
  }

  save(state: TableChartState): Saved {
    const configuration = this.#space.configurationOf(state.number);
    return { ...saveConfiguration(this.table, configuration), counters: state.counters } as Saved;
  }

  restore(saved: Saved, limits: Readonly<Record<string, number>>): TableChartState {
    const { counters } = saved as { counters: Readonly<Record<string, number>> };
    for (const [i, { name }] of this.table.counters.entries()) this.#counters[i] = counters[name] ?? 0;
    return this.#stateOf(this.#space.numberOf(restoreConfiguration(this.table, saved)), this.#familyOf(limits));
  }

  #find(from: TableChartState, event: number): ChartStep<TableChartState> {
    for (const [i, { name }] of this.table.counters.entries()) this.#counters[i] = from.counters[name] as number;
    const found = this.#stepTo(this.#space.step(from.number, event, this.#counters, 0, from.family.limits), from.family);
    const isSame = found.state.number === from.number && sameCounters(found.state, from);
    const step = isSame ? { ...found, state: from } : found;
    if (from.isKept && step.state.isKept) from.steps[event] = step;
    return step;
  }

  #stepTo(end: number, family: Family): ChartStep<TableChartState> {
    const ops = this.#space.yields.subarray(this.#space.yieldsFrom(end), this.#space.yieldsTo(end));
    const effects = Array.from(ops, (op) => this.#effects[op] as ChartEffect | TimerEffect);
    return { state: this.#stateOf(this.#space.nextOf(end), family), effects };
  }

  #stateOf(number: number, family: Family): TableChartState {
    const values = this.#counters.join(',');
    const key = `${number}:${values}`;
    const known = family.states.get(key);
    if (known) return known;
    const isKept = family.states.size < MAX_KEPT;
    const state: TableChartState = {
      configuration: nameOf(this.table, this.#space.configurationOf(number).leaves, this.#space.configurationOf(number).done),
      counters: this.#countersOf(values, family),
      number,
      family,
      steps: new Array(this.table.events.length).fill(undefined),
      isKept,
    };
    if (isKept) family.states.set(key, state);
    return state;
  }

  #countersOf(values: string, family: Family): Readonly<Record<string, number>> {
    const known = family.counters.get(values);
    if (known) return known;
    const counters = Object.fromEntries(this.table.counters.map(({ name }, i) => [name, this.#counters[i] as number]));
    if (family.counters.size < MAX_KEPT) family.counters.set(values, counters);
    return counters;
  }

  #familyOf(limits: Readonly<Record<string, number>>): Family {
    const values = limitsOf(this.table, limits);
    const key = values.join(',');
    if (this.#families.size >= MAX_FAMILIES) this.#families.clear();
    const family = this.#families.get(key) ?? { limits: values, states: new Map(), counters: new Map() };
    this.#families.set(key, family);
    return family;
  }

  #unnamed(event: string): number {
    if (STEERING.test(event)) throw new Error(`chart ${this.table.chart} cannot receive ${event}`);
    return this.#space.eventNumbers.numberOf(event);
  }
}

function effectOf({ timers, delays, events }: ChartTable, op: TableOp): ChartEffect | TimerEffect | null {
  if (op.op === 'effect') return { type: op.type, params: op.params };
  if (op.op !== 'set-timer' && op.op !== 'cancel-timer') return null;
  const timer = timers[op.timer];
  if (timer === undefined) throw new Error(`there is no timer ${op.timer}`);
  if (op.op === 'cancel-timer') return { type: 'cancel-timer', id: timer.name };
  return { type: 'set-timer', id: timer.name, delay: delays[timer.delay]?.name ?? '', event: events[timer.event]?.name ?? '' };
}

function sameCounters(a: ChartState, b: ChartState): boolean {
  return a.counters === b.counters || Object.entries(a.counters).every(([name, value]) => b.counters[name] === value);
}

/** The leaves' paths in document order, or, once the chart is done, turned round, as XState has them. */
function nameOf({ states }: ChartTable, leaves: readonly number[], done: boolean): string {
  const path = (state: number): string => {
    const { parent, key } = states[state] as TableState;
    return parent < 0 ? '' : parent === 0 ? key : `${path(parent)}.${key}`;
  };
  return [...leaves]
    .sort((a, b) => (done ? b - a : a - b))
    .map(path)
    .join(',');
}
