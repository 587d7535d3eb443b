import type { ChartTable } from './ChartTable.js';
import type { Configuration } from './Configuration.js';
import { EventNumbers } from './compile/EventNumbers.js';
import { type FlatTable, flatten } from './FlatTable.js';
import { GrowingNumbers } from './GrowingNumbers.js';
import { type CounterWitness, Macrostep } from './Macrostep.js';

/** Nodes of a remembered step: what is asked of counters, what is done to them, and where it ends. */
const END = 0;
const ASK = 1;
const COUNT = 2;
/** A branch that no step has taken yet. */
const UNKNOWN = 0;

/**
 * The configurations that a chart has been in, each with a number, and what every event does there, found out once by a
 * `Macrostep` and remembered as questions, changes of counters and an end. Guards are asked anew each time, so it serves
 * any counters and any limits. Shared by all components of a chart.
 */
export class ConfigurationSpace {
  readonly table: ChartTable;
  readonly flat: FlatTable;
  readonly eventNumbers: EventNumbers;
  /** Whether the order in which leaves were entered is part of where the chart stands. */
  readonly isOrdered: boolean;
  readonly #events: number;
  readonly #configurations: Configuration[] = [];
  readonly #numbers = new Map<string, number>();
  /** By configuration and event: the first node, or `UNKNOWN`. Place 0 is how the chart starts. */
  readonly #roots = new GrowingNumbers();
  readonly #nodes = new GrowingNumbers();
  readonly #yields = new GrowingNumbers();
  readonly #macrostep: Macrostep;
  readonly #story: number[] = [];
  readonly #before: Uint8Array;

  constructor(table: ChartTable) {
    this.table = table;
    this.flat = flatten(table);
    this.eventNumbers = new EventNumbers(table.events);
    this.isOrdered = table.bounds.leaves > 1 && table.states.some(({ always }) => always.length > 0);
    this.#events = table.events.length;
    const story = this.#story;
    const witness: CounterWitness = {
      asked: (guard, holds) => story.push(ASK, guard, holds ? 1 : 0),
      changed: (op) => story.push(COUNT, op, 0),
    };
    this.#macrostep = new Macrostep(this.flat, witness);
    this.#before = new Uint8Array(table.counters.length);
    this.#nodes.push(END);
    this.#roots.push(UNKNOWN);
  }

  configurationOf(number: number): Configuration {
    return this.#configurations[number] as Configuration;
  }

  get size(): number {
    return this.#configurations.length;
  }

  numberOf(configuration: Configuration): number {
    const leaves = this.isOrdered || configuration.done ? configuration.leaves : [...configuration.leaves].sort((a, b) => a - b);
    const key = JSON.stringify([leaves, configuration.remembered, configuration.done]);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#configurations.push({ ...configuration, leaves }) - 1;
    this.#numbers.set(key, number);
    for (let i = 0; i < this.#events; i++) this.#roots.push(UNKNOWN);
    return number;
  }

  /** Enters the chart; `counters` from `at` on become what they are then. Returns the end. */
  start(counters: Uint8Array, at: number, limits: Float64Array): number {
    counters.fill(0, at, at + this.#before.length);
    return this.#walk(0, -1, 0, counters, at, limits);
  }

  /** One event: `counters` from `at` on change, the end says the rest. */
  step(configuration: number, event: number, counters: Uint8Array, at: number, limits: Float64Array): number {
    return this.#walk(1 + configuration * this.#events + event, configuration, event, counters, at, limits);
  }

  /** The configuration after a step that ended so. */
  nextOf(end: number): number {
    return this.#nodes.at(end + 1);
  }

  /** Operations that a step yielded lie in `yields` from here… */
  yieldsFrom(end: number): number {
    return this.#nodes.at(end + 2);
  }

  /** …to here, this one no longer. */
  yieldsTo(end: number): number {
    return this.#nodes.at(end + 3);
  }

  get yields(): Int32Array {
    return this.#yields.items;
  }

  #walk(root: number, configuration: number, event: number, counters: Uint8Array, at: number, limits: Float64Array): number {
    const nodes = this.#nodes.items;
    let node = this.#roots.items[root] as number;
    if (node !== UNKNOWN && nodes[node] === END) return node;
    for (let i = 0; i < this.#before.length; i++) this.#before[i] = counters[at + i] as number;
    while (node !== UNKNOWN && nodes[node] !== END) {
      const what = nodes[node + 1] as number;
      if (nodes[node] === COUNT) {
        this.#count(what, counters, at, limits);
        node = nodes[node + 2] as number;
      } else node = nodes[node + (this.#holds(what, counters, at, limits) ? 2 : 3)] as number;
    }
    return node === UNKNOWN ? this.#find(root, configuration, event, counters, at, limits) : node;
  }

  /** Runs the step for the first time, and writes down how it went. */
  #find(root: number, configuration: number, event: number, counters: Uint8Array, at: number, limits: Float64Array): number {
    const step = this.#macrostep;
    step.counters.set(this.#before);
    step.limits.set(limits);
    this.#story.length = 0;
    if (configuration < 0) step.start();
    else {
      step.now.load(this.configurationOf(configuration));
      step.step(event);
    }
    for (let i = 0; i < this.#before.length; i++) counters[at + i] = step.counters[i] as number;
    const end = this.#end(this.numberOf(step.now.read()));
    this.#write(root, end);
    return end;
  }

  #end(next: number): number {
    const from = this.#yields.length;
    for (let i = 0; i < this.#macrostep.yields; i++) this.#yields.push(this.#macrostep.yielded[i] as number);
    return this.#nodes.push(END, next, from, this.#yields.length);
  }

  /** Puts the story into the tree, beside what is known already. */
  #write(root: number, end: number): void {
    const nodes = this.#nodes;
    let [place, inRoots] = [root, true];
    const follow = (): number => (inRoots ? this.#roots.at(place) : nodes.at(place));
    const link = (node: number): void => (inRoots ? this.#roots.set(place, node) : nodes.set(place, node));
    for (let i = 0; i < this.#story.length; i += 3) {
      const [kind, what, holds] = this.#story.slice(i, i + 3) as [number, number, number];
      if (follow() === UNKNOWN) link(kind === COUNT ? nodes.push(COUNT, what, UNKNOWN) : nodes.push(ASK, what, UNKNOWN, UNKNOWN));
      const node = follow();
      if (nodes.at(node) !== kind || nodes.at(node + 1) !== what)
        throw new Error(`chart ${this.table.chart} went two ways at once`);
      place = node + (kind === COUNT || holds === 1 ? 2 : 3);
      inRoots = false;
    }
    link(end);
  }

  #holds(guard: number, counters: Uint8Array, at: number, limits: Float64Array): boolean {
    const { guardOp, guardCounter, guardLimit } = this.flat;
    const value = counters[at + (guardCounter[guard] as number)] as number;
    const limit = limits[guardLimit[guard] as number] as number;
    const op = guardOp[guard] as number;
    return op === 0 ? value < limit : op === 1 ? value >= limit : value === limit;
  }

  #count(op: number, counters: Uint8Array, at: number, limits: Float64Array): void {
    const { table } = this.flat;
    const one = table.ops[op];
    if (one === undefined || !('counter' in one)) throw new Error(`operation ${op} counts nothing`);
    const place = at + one.counter;
    const max = this.flat.counterMax[one.counter] as number;
    if ('limit' in one) counters[place] = Math.min(limits[one.limit] as number, max);
    else counters[place] = one.op === 'reset' ? 0 : Math.min((counters[place] as number) + 1, max);
  }
}
