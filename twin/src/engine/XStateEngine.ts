import { type AnyMachineSnapshot, initialTransition, type StateValue, transition } from 'xstate';
import type { ChartDefinition } from '../charts/ChartDefinition.js';
import type { ChartContext } from '../charts/vocabulary.js';
import type { Saved } from '../kernel/Kernel.js';
import type { ChartEffect, ChartEngine, ChartState, ChartStep, TimerEffect } from './ChartEngine.js';
import { restoreSnapshot, saveSnapshot } from './savedSnapshot.js';

interface XStateChartState extends ChartState {
  readonly snapshot: AnyMachineSnapshot;
}

interface EmittedAction {
  readonly type: string;
  readonly params?: unknown;
}

const CHART_EFFECTS = new Set(['command', 'signal', 'drive', 'tell', 'record']);

/** The reference engine: XState v5's pure `initialTransition` and `transition`, no actor, no clock. */
export class XStateEngine implements ChartEngine<XStateChartState> {
  readonly definition: ChartDefinition;

  constructor(definition: ChartDefinition) {
    this.definition = definition;
  }

  start(limits: Readonly<Record<string, number>>): ChartStep<XStateChartState> {
    const counters = Object.fromEntries(this.definition.counters.map((name) => [name, 0]));
    const context: ChartContext = { counters, limits };
    const [snapshot, emitted] = initialTransition(this.definition.machine, context);
    return { state: this.#stateOf(snapshot), effects: this.#effectsOf(emitted) };
  }

  step(state: XStateChartState, event: string): ChartStep<XStateChartState> {
    const [snapshot, emitted] = transition(this.definition.machine, state.snapshot, { type: event });
    return { state: this.#after(state, snapshot), effects: this.#effectsOf(emitted) };
  }

  save(state: XStateChartState): Saved {
    return { ...saveSnapshot(state.snapshot), counters: state.counters } as Saved;
  }

  restore(saved: Saved, limits: Readonly<Record<string, number>>): XStateChartState {
    const { counters } = saved as { counters: Record<string, number> };
    return this.#stateOf(restoreSnapshot(this.definition.machine, saved, { counters, limits } satisfies ChartContext));
  }

  /** The same state where nothing about it changed, even if XState made a snapshot anew: so all engines say it (SPEC E6). */
  #after(before: XStateChartState, snapshot: AnyMachineSnapshot): XStateChartState {
    if (snapshot === before.snapshot) return before;
    const after = this.#stateOf(snapshot);
    if (after.configuration !== before.configuration) return after;
    return JSON.stringify(this.save(after)) === JSON.stringify(this.save(before)) ? before : after;
  }

  #stateOf(snapshot: AnyMachineSnapshot): XStateChartState {
    const context = snapshot.context as ChartContext;
    return { configuration: configurationOf(snapshot.value, ''), counters: context.counters, snapshot };
  }

  #effectsOf(emitted: readonly EmittedAction[]): (ChartEffect | TimerEffect)[] {
    return emitted.filter(leavesTheChart).map((action) => {
      if (CHART_EFFECTS.has(action.type)) return { type: action.type, params: action.params } as ChartEffect;
      if (action.type === 'xstate.raise') return timerOf(action.params as { id: string; event: { type: string } });
      if (action.type === 'xstate.cancel') return { type: 'cancel-timer', id: (action.params as { sendId: string }).sendId };
      throw new Error(`chart ${this.definition.name} emits ${action.type}, which is not in the vocabulary`);
    });
  }
}

/** An event raised at once stays inside the step; XState lists it all the same. */
function leavesTheChart({ type, params }: EmittedAction): boolean {
  return type !== 'xstate.raise' || (params as { delay?: number }).delay !== undefined;
}

/** XState names a timer `xstate.after.<delay>.<state id>`; delay names hold no dot. */
function timerOf(params: { readonly id: string; readonly event: { readonly type: string } }): TimerEffect {
  const delay = params.id.split('.')[2];
  if (!params.id.startsWith('xstate.after.') || delay === undefined) throw new Error(`${params.id} is no timer of a chart`);
  return { type: 'set-timer', id: params.id, delay, event: params.event.type };
}

function configurationOf(value: StateValue, path: string): string {
  if (typeof value === 'string') return path === '' ? value : `${path}.${value}`;
  return Object.entries(value)
    .map(([key, inner]) => {
      const here = path === '' ? key : `${path}.${key}`;
      return inner && Object.keys(inner).length === 0 && typeof inner !== 'string'
        ? here
        : configurationOf(inner as StateValue, here);
    })
    .join(',');
}
