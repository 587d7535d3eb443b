import type { ChartDefinition } from '../../charts/ChartDefinition.js';
import type { Saved } from '../../kernel/Kernel.js';
import type { ChartEngine, ChartStep } from '../ChartEngine.js';
import { XStateEngine } from '../XStateEngine.js';

type State = ReturnType<XStateEngine['restore']>;

/** XState with a memory: what it said once of a state and an event is not asked again, since its functions are pure. */
export class Reference {
  readonly engine: XStateEngine;
  readonly limits: Readonly<Record<string, number>>;
  readonly #steps = new WeakMap<object, Map<string, ChartStep>>();
  readonly #told = new WeakMap<ChartStep, string>();
  readonly #restored = new Map<string, ChartStep>();
  #start: ChartStep | null = null;

  constructor(definition: ChartDefinition, limits: Readonly<Record<string, number>>) {
    this.engine = new XStateEngine(definition);
    this.limits = limits;
  }

  start(): ChartStep {
    this.#start ??= this.engine.start(this.limits);
    return this.#start;
  }

  step({ state }: ChartStep, event: string): ChartStep {
    const steps = this.#steps.get(state) ?? new Map<string, ChartStep>();
    this.#steps.set(state, steps);
    const step = steps.get(event) ?? this.engine.step(state as State, event);
    steps.set(event, step);
    return step;
  }

  restore(saved: Saved): ChartStep {
    const key = JSON.stringify(saved);
    const step = this.#restored.get(key) ?? { state: this.engine.restore(saved, this.limits), effects: [] };
    this.#restored.set(key, step);
    return step;
  }

  save({ state }: ChartStep): Saved {
    return this.engine.save(state as State);
  }

  told(step: ChartStep): string {
    const told = this.#told.get(step) ?? tell(step, this.engine);
    this.#told.set(step, told);
    return told;
  }
}

/** All that an engine says of a step, as text that two engines must share. */
export function tell({ state, effects }: ChartStep, engine: ChartEngine): string {
  const { value, history, order, done } = engine.save(state as State) as Readonly<Record<string, Saved>>;
  return JSON.stringify({ is: state.configuration, counters: state.counters, effects, saved: { value, history, order, done } });
}
