import type { AnyStateNode } from 'xstate';
import type { ChartDefinition } from '../../charts/ChartDefinition.js';
import { guards as vocabularyGuards } from '../../charts/vocabulary.js';
import { NONE, type TableGuard, type TableTransition } from '../ChartTable.js';
import { CannotCompile } from './CannotCompile.js';
import { isInside, staticDomain } from './staticDomain.js';

/** An XState transition, as far as it is read here. */
export interface ReadTransition {
  readonly source: AnyStateNode;
  readonly target: readonly AnyStateNode[] | undefined;
  readonly actions: readonly unknown[];
  readonly guard?: unknown;
  readonly reenter: boolean;
}

/** Collects the transitions of a chart and their guards, and refuses targets that no configuration can hold together. */
export class TransitionList {
  readonly transitions: TableTransition[] = [];
  readonly guards: TableGuard[] = [];
  readonly #definition: ChartDefinition;
  readonly #numbers: ReadonlyMap<AnyStateNode, number>;
  readonly #limitOf: (name: string) => number | undefined;
  readonly #read = new Map<string, number>();

  constructor(
    definition: ChartDefinition,
    numbers: ReadonlyMap<AnyStateNode, number>,
    limitOf: (name: string) => number | undefined,
  ) {
    this.#definition = definition;
    this.#numbers = numbers;
    this.#limitOf = limitOf;
  }

  /** Takes a transition up, once, however many events its wildcard answers; `event` is the one that it names. */
  add(transition: ReadTransition, event: number, ops: readonly number[]): number {
    const { source, target, reenter } = transition;
    const targets = target ?? [];
    this.#mustFitTogether(source, targets);
    const domain = targets.length === 0 ? undefined : staticDomain(source, targets, reenter);
    const entry: TableTransition = {
      source: this.#numberOf(source),
      event,
      guard: transition.guard === undefined ? NONE : this.#guard(transition.guard, source),
      targets: targets.map((node) => this.#numberOf(node)),
      reenter,
      domain: domain === undefined ? this.#numberOf(source) : this.#orNone(domain),
      ops,
    };
    const key = JSON.stringify(entry);
    const known = this.#read.get(key);
    if (known !== undefined) return known;
    this.#read.set(key, this.transitions.length);
    return this.transitions.push(entry) - 1;
  }

  #numberOf(node: AnyStateNode): number {
    return this.#numbers.get(node) as number;
  }

  #orNone(node: AnyStateNode | null): number {
    return node === null ? NONE : this.#numberOf(node);
  }

  #guard(guard: unknown, source: AnyStateNode): number {
    if (typeof guard === 'function')
      this.#refuse(source, "a guard is a function, or and, or, not: only the vocabulary's are read");
    if (typeof guard === 'string') this.#refuse(source, `the guard ${guard} has no params`);
    const { type, params } = guard as { readonly type: string; readonly params?: unknown };
    const own = this.#definition.machine.implementations.guards[type] as unknown;
    if (own === undefined) this.#refuse(source, `the guard ${type} is not declared`);
    if (own !== (vocabularyGuards as Readonly<Record<string, unknown>>)[type]) {
      this.#refuse(source, `the guard ${type} is not the vocabulary's`);
    }
    if (typeof params !== 'object' || params === null) this.#refuse(source, `the params of the guard ${type} are no names`);
    const { counter: counterName, limit: limitName } = params as Readonly<Record<string, unknown>>;
    const counter = this.#definition.counters.indexOf(String(counterName));
    const limit = this.#limitOf(String(limitName));
    if (counter < 0) this.#refuse(source, `${type}: the chart has no counter ${String(counterName)}`);
    if (limit === undefined) this.#refuse(source, `${type}: the chart has no limit ${String(limitName)}`);
    const entry: TableGuard = { op: type as TableGuard['op'], counter, limit };
    const known = this.guards.findIndex((one) => JSON.stringify(one) === JSON.stringify(entry));
    return known >= 0 ? known : this.guards.push(entry) - 1;
  }

  /** Two targets must lie in different regions of one parallel state: XState does not ask, and would enter both. */
  #mustFitTogether(source: AnyStateNode, targets: readonly AnyStateNode[]): void {
    for (const target of targets) {
      if (target.type !== 'history' || !isInside(source, target.parent as AnyStateNode)) continue;
      this.#refuse(source, `it targets ${target.id} from inside: XState can leave by one memory and enter by another`);
    }
    const places = targets.map((node) => (node.type === 'history' ? (node.parent as AnyStateNode) : node));
    for (const [i, a] of places.entries()) {
      for (const b of places.slice(i + 1)) {
        const fork = a === b ? null : forkOf(a, b);
        if (fork?.type !== 'parallel') this.#refuse(source, `its targets ${a.id} and ${b.id} exclude each other`);
      }
    }
  }

  #refuse(node: AnyStateNode, reason: string): never {
    throw new CannotCompile(this.#definition.name, node.id, reason);
  }
}

/** Where the ways from the root to two states part; `null` where one lies inside the other. */
function forkOf(a: AnyStateNode, b: AnyStateNode): AnyStateNode | null {
  const wayTo = (node: AnyStateNode): AnyStateNode[] => (node.parent ? [...wayTo(node.parent), node] : [node]);
  const [one, other] = [wayTo(a), wayTo(b)];
  let at = 0;
  while (one[at] !== undefined && one[at] === other[at]) at += 1;
  return at === one.length || at === other.length ? null : (one[at - 1] as AnyStateNode);
}
