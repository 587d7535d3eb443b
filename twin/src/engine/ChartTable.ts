/**
 * One chart as a table: what the compiler makes of an XState machine in the house's vocabulary, and all that an interpreter
 * needs. Plain JSON, readable, versioned. Everything is named once and then meant by its index, so that the same table
 * becomes typed arrays in TypeScript and constant bytes in C. Behaviour is XState's, step for step.
 */

/** Changes whenever a table of the old form would mean something else. */
export const CHART_TABLE_VERSION = 1;

/** Stands for "no state", "no event", "no parent". */
export const NONE = -1;

/** The event number of every event that the chart does not name. */
export const OTHER_EVENT = 0;

export interface ChartTable {
  readonly version: typeof CHART_TABLE_VERSION;
  readonly chart: string;
  /** In document order: state 0 is the root, a parent comes before its children, all of a subtree stand together. */
  readonly states: readonly TableState[];
  /** Event 0 is every event that nobody named; prefixes (`foo.*`) come next, longer ones after shorter ones. */
  readonly events: readonly TableEvent[];
  readonly transitions: readonly TableTransition[];
  readonly guards: readonly TableGuard[];
  /** Every action that occurs, each different one once. A step yields indices of this list. */
  readonly ops: readonly TableOp[];
  readonly counters: readonly TableCounter[];
  readonly limits: readonly TableLimit[];
  readonly delays: readonly TableDelay[];
  /** In the order of the states that own them; an interpreter keeps one due time for each. */
  readonly timers: readonly TableTimer[];
  /** The transition that enters the chart: the root, re-entered, as its own source and target. */
  readonly initial: number;
  readonly bounds: TableBounds;
}

export type TableStateKind = 'atomic' | 'compound' | 'parallel' | 'final' | 'shallow-history' | 'deep-history';

export interface TableState {
  /** XState's id, `cartridge.jammed.stalled`, or the one that the chart gives. */
  readonly id: string;
  /** The last part of its path: `stalled`. The root's is the chart's id. */
  readonly key: string;
  readonly kind: TableStateKind;
  /** `NONE` for the root. */
  readonly parent: number;
  /** The last state of its subtree: state d lies inside s exactly if s < d and d <= states[s].last. */
  readonly last: number;
  /** 0 for the root. */
  readonly depth: number;
  /** Its children but for history states, in document order. */
  readonly children: readonly number[];
  /** Its history states. */
  readonly histories: readonly number[];
  /** Compound: where it starts. Otherwise `NONE`. */
  readonly initial: number;
  /** Operations of the initial transition, after `entry`, when the state is entered by default. */
  readonly initialOps: readonly number[];
  /** Its own actions, then one `set-timer` for each delay. */
  readonly entry: readonly number[];
  /** Its own actions, then one `cancel-timer` for each delay. */
  readonly exit: readonly number[];
  /** Candidates by event, wildcards and prefixes already mixed in, in the order in which guards are asked. */
  readonly on: readonly TableCandidates[];
  /** Eventless candidates, in order. */
  readonly always: readonly number[];
  /** Compound and parallel: the event raised when it is done (0 where nobody named it). Otherwise `NONE`. */
  readonly done: number;
  /** History: where it leads while nothing is remembered. */
  readonly defaults: readonly number[];
  /** History without a target of its own: its parent counts as entered by default, with the parent's `initialOps`. */
  readonly defaultIsInitial: boolean;
  readonly tags: readonly string[];
}

export interface TableCandidates {
  readonly event: number;
  readonly transitions: readonly number[];
}

/**
 * `other` is event 0; `prefix` is every unnamed event that begins with `name` and a dot, or is `name` (a longer prefix
 * wins); `named` comes from outside or is raised; `after` is a timer's; `done` says that a state is done.
 */
export interface TableEvent {
  readonly name: string;
  readonly kind: 'other' | 'prefix' | 'named' | 'after' | 'done';
}

export interface TableTransition {
  readonly source: number;
  /** The event that it names: 0 for `*`, the prefix's number for `foo.*`, `NONE` for an eventless or initial one. */
  readonly event: number;
  /** `NONE`: it is always taken. */
  readonly guard: number;
  /** States to go to, history states among them. Empty: nothing is left and nothing entered. */
  readonly targets: readonly number[];
  /** Leaves and enters its source again, even where its target lies inside. */
  readonly reenter: boolean;
  /**
   * The state whose inside is left: the nearest common ancestor of source and targets, or the source itself where all
   * targets lie inside and it does not re-enter. `NONE`: the root itself is left.
   */
  readonly domain: number;
  readonly ops: readonly number[];
}

export interface TableGuard {
  readonly op: 'below' | 'atLeast' | 'equals';
  readonly counter: number;
  readonly limit: number;
}

/**
 * `effect` leaves the chart; `set-timer` and `cancel-timer` go to whoever keeps time; these three are what a step yields.
 * Counters change at once; `raise` queues an event behind those already raised in this step.
 */
export type TableOp =
  | {
      readonly op: 'effect';
      readonly type: 'command' | 'signal' | 'drive' | 'tell' | 'record';
      readonly params: Readonly<Record<string, string | readonly string[]>>;
    }
  | { readonly op: 'set-timer' | 'cancel-timer'; readonly timer: number }
  | { readonly op: 'increment' | 'reset'; readonly counter: number }
  | { readonly op: 'set'; readonly counter: number; readonly limit: number }
  | { readonly op: 'raise'; readonly event: number };

/** All counters start at 0. `increment` and `set` stop at `max`, 1 to 255. */
export interface TableCounter {
  readonly name: string;
  readonly max: number;
}

/** `value` is the parameter's default; a component may be given another. */
export interface TableLimit {
  readonly name: string;
  readonly value: number;
}

/** `ms` is the parameter's default, in milliseconds; a component may be given another. */
export interface TableDelay {
  readonly name: string;
  readonly ms: number;
}

export interface TableTimer {
  /** XState's name of it, `xstate.after.DELAY.STATE`; also the name of its event. It never enters a trace. */
  readonly name: string;
  readonly state: number;
  readonly delay: number;
  readonly event: number;
}

/** What an interpreter without a heap must hold ready; never too small, possibly larger than any run needs. */
export interface TableBounds {
  /** Active states without children at one time. */
  readonly leaves: number;
  /** Events waiting at one time in the queue of those raised within a step. */
  readonly raised: number;
  /** Operations that one step yields. */
  readonly ops: number;
  /** Microsteps in one step. */
  readonly microsteps: number;
}
