import type { AnyStateNode } from 'xstate';
import type { ChartDefinition } from '../../charts/ChartDefinition.js';
import { actions, COUNTER_MAX } from '../../charts/vocabulary.js';
import type { TableOp } from '../ChartTable.js';
import { CannotCompile } from './CannotCompile.js';

/** XState's actions that are functions carry what they do as properties. */
interface BuiltIn {
  readonly type?: string;
  readonly event?: unknown;
  readonly id?: unknown;
  readonly delay?: unknown;
  readonly sendId?: unknown;
}

/** An effect's words: which it must have, and which it may. */
const WORDS = {
  command: { must: ['name'], may: ['with'] },
  signal: { must: ['name'], may: ['mode', 'with'] },
  drive: { must: ['actuator', 'to'], may: ['with'] },
  tell: { must: ['role', 'event'], may: ['reason', 'with'] },
  record: { must: ['kind'], may: ['reason', 'with'] },
} as const;

type EffectType = keyof typeof WORDS;

/** Collects the operations of a chart, each different one once, and refuses every action outside the vocabulary. */
export class OpList {
  readonly ops: TableOp[] = [];
  readonly #indices = new Map<string, number>();
  readonly #definition: ChartDefinition;
  readonly #timerOf: (name: string) => number | undefined;
  readonly #eventOf: (name: string) => number;
  readonly #limitOf: (name: string) => number | undefined;

  constructor(
    definition: ChartDefinition,
    timerOf: (name: string) => number | undefined,
    eventOf: (name: string) => number,
    limitOf: (name: string) => number | undefined,
  ) {
    this.#definition = definition;
    this.#timerOf = timerOf;
    this.#eventOf = eventOf;
    this.#limitOf = limitOf;
  }

  /** The operations of a list of actions, as indices. */
  read(list: readonly unknown[], node: AnyStateNode): number[] {
    return list.map((action) => this.#index(this.#opOf(action, node)));
  }

  #index(op: TableOp): number {
    const key = JSON.stringify(op);
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    this.#indices.set(key, this.ops.length);
    return this.ops.push(op) - 1;
  }

  #opOf(action: unknown, node: AnyStateNode): TableOp {
    if (typeof action === 'function') return this.#builtIn(action as BuiltIn, node);
    const { type, params } = typeof action === 'string' ? { type: action, params: undefined } : (action as NamedAction);
    const own = this.#definition.machine.implementations.actions[type] as unknown;
    if (own === undefined) this.#refuse(node, `the action ${type} is not declared`);
    if ((own as BuiltIn).type === 'xstate.raise') return this.#builtIn(own as BuiltIn, node);
    if (own !== (actions as Readonly<Record<string, unknown>>)[type]) {
      this.#refuse(node, `the action ${type} is not the vocabulary's`);
    }
    if (typeof params === 'function') this.#refuse(node, `the params of ${type} are a function`);
    if (typeof params !== 'object' || params === null) this.#refuse(node, `the action ${type} has no params`);
    return type in WORDS
      ? this.#effect(type as EffectType, params as Params, node)
      : this.#counting(type as 'increment' | 'reset' | 'set', params as Params, node);
  }

  #builtIn(action: BuiltIn, node: AnyStateNode): TableOp {
    if (action.type === 'xstate.cancel') {
      const timer = this.#timerOf(String(action.sendId));
      return timer === undefined ? this.#refuse(node, 'it cancels what is no timer of a state') : { op: 'cancel-timer', timer };
    }
    if (action.type !== 'xstate.raise') {
      this.#refuse(node, `an action is ${action.type ?? 'a function of its own'}, which the vocabulary does not have`);
    }
    if (action.delay !== undefined || action.id !== undefined) {
      const timer = this.#timerOf(String(action.id));
      return timer === undefined
        ? this.#refuse(node, 'it raises with a delay; only after sets timers')
        : { op: 'set-timer', timer };
    }
    const { event } = action;
    if (typeof event !== 'object' || event === null) this.#refuse(node, 'the event that it raises is computed');
    const { type, ...rest } = event as { readonly type?: unknown };
    if (typeof type !== 'string' || Object.keys(rest).length > 0) this.#refuse(node, 'what it raises is more than a name');
    if (type === '*' || type.startsWith('xstate.')) this.#refuse(node, `it raises ${type}, a name that is XState's own`);
    return { op: 'raise', event: this.#eventOf(type) };
  }

  #effect(type: EffectType, params: Params, node: AnyStateNode): TableOp {
    const { must, may } = WORDS[type] as { readonly must: readonly string[]; readonly may: readonly string[] };
    for (const word of must) if (params[word] === undefined) this.#refuse(node, `${type} lacks ${word}`);
    for (const [word, value] of Object.entries(params)) {
      if (!must.includes(word) && !may.includes(word)) this.#refuse(node, `${type} does not know ${word}`);
      const isList = Array.isArray(value) && value.every((one) => typeof one === 'string');
      if (word === 'with' ? !isList : typeof value !== 'string') this.#refuse(node, `${word} of ${type} is no fixed word`);
    }
    const { roles, slots } = this.#definition;
    if (type === 'tell' && !roles.includes(params.role as string)) {
      this.#refuse(node, `it tells ${String(params.role)}, which is no role of the chart`);
    }
    const strange = ((params.with ?? []) as readonly string[]).find((slot) => !slots.includes(slot));
    if (strange !== undefined) this.#refuse(node, `${type} takes along ${strange}, which is no slot of the chart`);
    return { op: 'effect', type, params: params as Readonly<Record<string, string | readonly string[]>> };
  }

  #counting(op: 'increment' | 'reset' | 'set', params: Params, node: AnyStateNode): TableOp {
    const counter = this.#definition.counters.indexOf(String(params.counter));
    if (counter < 0) this.#refuse(node, `${op}: the chart has no counter ${String(params.counter)}`);
    if (op !== 'set') return { op, counter };
    const limit = this.#limitOf(String(params.limit));
    if (limit === undefined) this.#refuse(node, `set: the chart has no limit ${String(params.limit)}`);
    return { op, counter, limit };
  }

  #refuse(node: AnyStateNode, reason: string): never {
    throw new CannotCompile(this.#definition.name, node.id, reason);
  }
}

type Params = Readonly<Record<string, unknown>>;

interface NamedAction {
  readonly type: string;
  readonly params?: unknown;
}

/** Every counter of a chart, saturating where the vocabulary says. */
export function countersOf(definition: ChartDefinition): { readonly name: string; readonly max: number }[] {
  return definition.counters.map((name) => ({ name, max: COUNTER_MAX }));
}
