import { type ParameterOverrides, parameterValues } from '../charts/parameters.js';
import type { KernelEvent, Saved } from '../kernel/Kernel.js';
import type { Payload, PayloadValue } from '../kernel/trace.js';
import { bareEvent } from './bareEvent.js';
import type { ChartEffect, ChartEngine, ChartState, ChartStep, TimerEffect } from './ChartEngine.js';

/** An effect with its arguments: fixed words of the chart, and the slots that it asked to take along. */
export interface Emission {
  readonly type: ChartEffect['type'];
  readonly params: ChartEffect['params'];
  readonly args: Payload;
}

/** What a runner needs from the place where it stands: a kernel's component, or a controller's tick. */
export interface ChartHost {
  /** A state was entered, or a counter moved: `on` is the event's name, `start` for none. */
  entered(state: ChartState, on: string): void;
  emit(emission: Emission): void;
  setTimer(id: string, delayMs: number, event: KernelEvent): void;
  cancelTimer(id: string): void;
}

/** The arguments of an effect that has none: always this object. */
export const NOTHING: Payload = {};
const WORDS = ['reason', 'mode'] as const;

/** One chart in one place: its state, its slots and its limits; time, order and addresses are its host's. */
export class ChartRunner {
  readonly #engine: ChartEngine;
  readonly #values: Readonly<Record<string, number>>;
  readonly #slotNames: ReadonlySet<string>;
  #slots: Record<string, PayloadValue>;
  #state: ChartState | null = null;

  constructor(engine: ChartEngine, layers: readonly ParameterOverrides[], slots: Payload = {}) {
    const { definition } = engine;
    this.#engine = engine;
    this.#values = parameterValues(definition.name, definition.parameters, ...layers);
    this.#slotNames = new Set(definition.slots);
    this.#slots = { ...slots };
  }

  get state(): ChartState {
    if (!this.#state) throw new Error(`chart ${this.#engine.definition.name} was not started`);
    return this.#state;
  }

  get slots(): Payload {
    return this.#slots;
  }

  start(host: ChartHost): void {
    this.#apply(this.#engine.start(this.#values), 'start', host, true);
  }

  handle(event: KernelEvent, host: ChartHost): void {
    const step = this.#engine.step(this.state, event.type);
    if (step.state === this.#state && step.effects.length === 0) return; // No active state expects it.
    // Most events carry less than a chart has slots: what there is is asked for, and not what there is not.
    for (const name in event) if (this.#slotNames.has(name)) this.#slots[name] = event[name] as PayloadValue;
    this.#apply(step, event.type, host, false);
  }

  save(): Saved {
    return { chart: this.#engine.save(this.state), slots: { ...this.#slots } };
  }

  restore(saved: Saved): void {
    const { chart, slots } = saved as { chart: Saved; slots: Record<string, PayloadValue> };
    this.#state = this.#engine.restore(chart, this.#values);
    this.#slots = { ...slots };
  }

  #apply(step: ChartStep, on: string, host: ChartHost, first: boolean): void {
    const before = this.#state;
    this.#state = step.state;
    if (first || !before || before.configuration !== step.state.configuration || !sameCounters(before, step.state)) {
      host.entered(step.state, on);
    }
    for (const effect of step.effects) this.#perform(effect, host);
  }

  #perform(effect: ChartEffect | TimerEffect, host: ChartHost): void {
    if (effect.type === 'set-timer') host.setTimer(effect.id, this.#delayMs(effect.delay), bareEvent(effect.event));
    else if (effect.type === 'cancel-timer') host.cancelTimer(effect.id);
    else host.emit({ type: effect.type, params: effect.params, args: this.#argsOf(effect) });
  }

  #argsOf(effect: ChartEffect): Payload {
    const { params } = effect;
    const taken = params.with as readonly string[] | undefined;
    if (taken === undefined && params.reason === undefined && params.mode === undefined) return NOTHING;
    const args: Record<string, PayloadValue> = {};
    for (const name of WORDS) {
      const word = params[name];
      if (typeof word === 'string') args[name] = word;
    }
    if (taken === undefined) return args;
    for (const name of taken) {
      const value = this.#slots[name];
      if (value !== undefined) args[name] = value;
    }
    return args;
  }

  #delayMs(name: string): number {
    const value = this.#values[name];
    if (value === undefined) throw new Error(`chart ${this.#engine.definition.name} waits for ${name}, which is no parameter`);
    return value;
  }
}

function sameCounters(a: ChartState, b: ChartState): boolean {
  if (a.counters === b.counters) return true;
  for (const name in a.counters) if (a.counters[name] !== b.counters[name]) return false;
  return true;
}
