import { assign } from 'xstate';

/**
 * The whole language in which charts may act and ask. Effects leave a chart as data; only counters change inside it.
 * Every number has a name, whose value stands in the chart's parameter block.
 */

/** Counters of a chart, the named limits that guards and `set` compare with, and the ceilings at which counters saturate. */
export interface ChartContext {
  readonly counters: Readonly<Record<string, number>>;
  readonly limits: Readonly<Record<string, number>>;
}

/** Every engine saturates a counter here: it must fit one byte of a controller's memory. */
export const COUNTER_MAX = 255;

/** What a chart is typed with: `types: {} as ChartTypes`. */
export interface ChartTypes {
  context: ChartContext;
  events: ChartEvent;
  input: ChartContext;
}

/** Counters and limits as the engine gives them: every chart's `context`. */
export const fromInput = ({ input }: { readonly input: ChartContext }): ChartContext => input;

/** The slots of the component whose values go with an effect, as arguments of the same name. */
interface WithSlots {
  readonly with?: readonly string[];
}

/** Level 2 to the hinge: `vend`, `unlock`, `clear`… */
export interface CommandParams extends WithSlots {
  readonly name: string;
}

/** Level 1 to the hinge: `dropped`, `jammed`… `mode` says which kind. */
export interface SignalParams extends WithSlots {
  readonly name: string;
  readonly mode?: string;
}

/** Level 1 to an actuator. */
export interface DriveParams extends WithSlots {
  readonly actuator: string;
  readonly to: string;
}

/** To a role on the same side of the hinge; `reason` is a fixed word that goes along. */
export interface TellParams extends WithSlots {
  readonly role: string;
  readonly event: string;
  readonly reason?: string;
}

/** A fact for the trace; `reason` is a fixed word that goes along. */
export interface RecordParams extends WithSlots {
  readonly kind: string;
  readonly reason?: string;
}

export interface CounterParams {
  readonly counter: string;
}

export interface LimitParams {
  readonly counter: string;
  readonly limit: string;
}

interface Scope {
  readonly context: ChartContext;
}

function counterOf(context: ChartContext, name: string): number {
  const value = context.counters[name];
  if (value === undefined) throw new Error(`the chart has no counter ${name}`);
  return value;
}

function limitOf(context: ChartContext, name: string): number {
  const value = context.limits[name];
  if (value === undefined) throw new Error(`the chart has no limit ${name}`);
  return value;
}

function withCounter(context: ChartContext, name: string, value: number): Partial<ChartContext> {
  counterOf(context, name);
  return { counters: { ...context.counters, [name]: Math.min(value, COUNTER_MAX) } };
}

export const guards = {
  below: ({ context }: Scope, { counter, limit }: LimitParams) => counterOf(context, counter) < limitOf(context, limit),
  atLeast: ({ context }: Scope, { counter, limit }: LimitParams) => counterOf(context, counter) >= limitOf(context, limit),
  equals: ({ context }: Scope, { counter, limit }: LimitParams) => counterOf(context, counter) === limitOf(context, limit),
};

/** Charts react to events by name alone; arguments travel in slots. */
export interface ChartEvent {
  readonly type: string;
}

export const actions = {
  command: (_: unknown, __: CommandParams) => {},
  signal: (_: unknown, __: SignalParams) => {},
  drive: (_: unknown, __: DriveParams) => {},
  tell: (_: unknown, __: TellParams) => {},
  record: (_: unknown, __: RecordParams) => {},
  increment: assign<ChartContext, ChartEvent, CounterParams, ChartEvent, never>(({ context }, { counter }) =>
    withCounter(context, counter, counterOf(context, counter) + 1),
  ),
  reset: assign<ChartContext, ChartEvent, CounterParams, ChartEvent, never>(({ context }, { counter }) =>
    withCounter(context, counter, 0),
  ),
  set: assign<ChartContext, ChartEvent, LimitParams, ChartEvent, never>(({ context }, { counter, limit }) =>
    withCounter(context, counter, limitOf(context, limit)),
  ),
};
