import {
  answerOf,
  type ChartEngine,
  type ChartState,
  type ChartStep,
  type ChartTable,
  type EngineAnswer,
  EventNumbers,
  restoreConfiguration,
  type Saved,
} from '@dosetwin/twin';
import { standingOf, stateBytes } from '../emit/stateBytes.js';
import type { BoardStep } from './ChartBoard.js';

type Effect = ChartStep['effects'][number];

/** Steps of one chart in words that are equal exactly if the steps are: an engine's, and a board's bytes. */
export class StepWords {
  readonly #table: ChartTable;
  readonly #engine: ChartEngine;
  readonly #limits: Readonly<Record<string, number>>;
  readonly #isOrdered: boolean;
  readonly #eventNames: readonly string[];
  /** The same step is told once; engines that keep theirs come by often. */
  readonly #ofEngine = new WeakMap<ChartStep, string>();
  readonly #ofBoard = new Map<string, string>();
  readonly #places = new Map<Saved, { readonly bytes: Uint8Array; readonly state: ChartState }>();

  constructor(table: ChartTable, engine: ChartEngine, limits: Readonly<Record<string, number>>) {
    this.#table = table;
    this.#engine = engine;
    this.#limits = limits;
    this.#isOrdered = table.states.some(({ always }) => always.length > 0);
    const numbers = new EventNumbers(table.events);
    this.#eventNames = table.events.map((_, event) => numbers.exampleOf(event));
  }

  /** A name for the event of this number, for engines that are asked by names. */
  eventName(event: number): string {
    return this.#eventNames[event] as string;
  }

  /** A saved place in a board's bytes, and as the engine's own. */
  placeOf(saved: Saved): { readonly bytes: Uint8Array; readonly state: ChartState } {
    const known = this.#places.get(saved);
    if (known !== undefined) return known;
    const { counters } = saved as { readonly counters: Readonly<Record<string, number>> };
    const values = this.#table.counters.map(({ name }) => counters[name] ?? 0);
    const configuration = restoreConfiguration(this.#table, saved);
    const bytes = stateBytes(this.#table, { configuration, counters: values });
    const place = { bytes, state: this.#engine.restore(saved, this.#limits) };
    this.#places.set(saved, place);
    return place;
  }

  ofEngine(step: ChartStep): string {
    const known = this.#ofEngine.get(step);
    if (known !== undefined) return known;
    const { state, effects } = step;
    const counters = this.#table.counters.map(({ name }) => state.counters[name]);
    const words = JSON.stringify([this.#where(restoreConfiguration(this.#table, this.#engine.save(state))), counters, effects]);
    this.#ofEngine.set(step, words);
    return words;
  }

  ofBoard({ state, ops }: BoardStep): string {
    const key = `${state.join()}:${ops.join()}`;
    const known = this.#ofBoard.get(key);
    if (known !== undefined) return known;
    const { configuration, counters } = standingOf(this.#table, state);
    const words = JSON.stringify([this.#where(configuration), counters, ops.map((op) => this.#effectOf(op))]);
    this.#ofBoard.set(key, words);
    return words;
  }

  /** The same for people. */
  answerOfEngine(name: string, { state, effects }: ChartStep): EngineAnswer {
    const configuration = restoreConfiguration(this.#table, this.#engine.save(state));
    return answerOf({ engine: name, table: this.#table, configuration, counters: state.counters, effects });
  }

  answerOfBoard(name: string, { state, ops }: BoardStep): EngineAnswer {
    const { configuration, counters } = standingOf(this.#table, state);
    const named = this.#table.counters.map((counter, i) => [counter.name, counters[i] ?? 0] as const);
    const effects = ops.map((op) => this.#effectOf(op));
    return answerOf({ engine: name, table: this.#table, configuration, counters: Object.fromEntries(named), effects });
  }

  /**
   * Leaves in the order in which they were entered where eventless transitions can tell, else in document order; what is
   * remembered, in no order; whether the chart is done.
   */
  #where({ leaves, remembered, done }: ReturnType<typeof restoreConfiguration>): unknown {
    const { states } = this.#table;
    const idsOf = (list: readonly number[]) => list.map((state) => states[state]?.id ?? state);
    const ascending = (list: readonly number[]) => [...list].sort((a, b) => a - b);
    return {
      leaves: idsOf(this.#isOrdered && !done ? leaves : ascending(leaves)),
      remembered: remembered.map((list) => idsOf(ascending(list))),
      done,
    };
  }

  /** An operation as an engine names it. */
  #effectOf(index: number): Effect {
    const { ops, timers, delays, events } = this.#table;
    const op = ops[index];
    if (op?.op === 'effect') return { type: op.type, params: op.params };
    if (op?.op !== 'set-timer' && op?.op !== 'cancel-timer')
      return { type: 'cancel-timer', id: `no operation of a step: ${index}` };
    const timer = timers[op.timer];
    const id = timer?.name ?? `no timer ${op.timer}`;
    if (op.op === 'cancel-timer') return { type: 'cancel-timer', id };
    const delay = delays[timer?.delay ?? -1]?.name ?? '';
    return { type: 'set-timer', id, delay, event: events[timer?.event ?? -1]?.name ?? '' };
  }
}
