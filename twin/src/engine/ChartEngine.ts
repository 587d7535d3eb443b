import type { ChartDefinition } from '../charts/ChartDefinition.js';
import type { Saved } from '../kernel/Kernel.js';

/** Where a chart stands. Immutable; what else an engine keeps in it is the engine's own business. */
export interface ChartState {
  /** Active leaf states by their paths, `jammed.stalled`, in document order, joined by a comma where regions are parallel. */
  readonly configuration: string;
  readonly counters: Readonly<Record<string, number>>;
}

/** An effect that leaves the chart for the wiring, in the vocabulary's words. */
export interface ChartEffect {
  readonly type: 'command' | 'signal' | 'drive' | 'tell' | 'record';
  readonly params: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** A timer to set or to cancel. `id` is the engine's own name of it and never enters a trace; `delay` names the parameter. */
export type TimerEffect =
  | { readonly type: 'set-timer'; readonly id: string; readonly delay: string; readonly event: string }
  | { readonly type: 'cancel-timer'; readonly id: string };

export interface ChartStep<S extends ChartState = ChartState> {
  readonly state: S;
  /** In the order in which they were emitted. */
  readonly effects: readonly (ChartEffect | TimerEffect)[];
}

/** Runs one chart: XState's pure functions today, compiled tables behind the same interface. All engines agree. */
export interface ChartEngine<S extends ChartState = ChartState> {
  readonly definition: ChartDefinition;
  /** Enters the chart. `limits` are the values of its named limits. */
  start(limits: Readonly<Record<string, number>>): ChartStep<S>;
  /** One event is one macrostep. An event that no state expects gives the same state object again, and no effects. */
  step(state: S, event: string): ChartStep<S>;
  save(state: S): Saved;
  restore(saved: Saved, limits: Readonly<Record<string, number>>): S;
}
