import type { ChartTable } from './ChartTable.js';
import type { Configuration } from './Configuration.js';
import { EventNumbers } from './compile/EventNumbers.js';
import { type FlatTable, flatten, OP } from './FlatTable.js';
import { GrowingNumbers } from './GrowingNumbers.js';
import { type CounterWitness, Macrostep } from './Macrostep.js';

/**
 * A remembered step is a tree of nodes, six numbers each. Its end: `END`, the next configuration, where its operations begin
 * and end, where its timers begin and end. A question, by its guard's operation: counter, limit, guard, and where to go if it
 * holds and if not. A change of a counter, by its operation: counter, limit, ceiling, where to go, operation.
 */
const END = 0;
const BELOW = 1;
const AT_LEAST = 2;
const EQUALS = 3;
const INCREMENT = 4;
const RESET = 5;
const SET = 6;
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
  readonly #timerYields = new GrowingNumbers();
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
      asked: (guard, holds) => story.push(guard, holds ? 4 : 5),
      changed: (op) => story.push(-1 - op, 4),
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

  /** What a step did to timers lies in `timerYields` from here… */
  timersFrom(end: number): number {
    return this.#nodes.at(end + 4);
  }

  /** …to here, this one no longer. */
  timersTo(end: number): number {
    return this.#nodes.at(end + 5);
  }

  /** A timer that was set, by its number; one that was cancelled, as -1 less its number. */
  get timerYields(): Int32Array {
    return this.#timerYields.items;
  }

  #walk(root: number, configuration: number, event: number, counters: Uint8Array, at: number, limits: Float64Array): number {
    const nodes = this.#nodes.items;
    let node = this.#roots.items[root] as number;
    if (node !== UNKNOWN && nodes[node] === END) return node;
    const before = this.#before;
    for (let i = 0; i < before.length; i++) before[i] = counters[at + i] as number;
    while (node !== UNKNOWN) {
      const kind = nodes[node] as number;
      if (kind === END) return node;
      const counter = at + (nodes[node + 1] as number);
      if (kind <= EQUALS) {
        const value = counters[counter] as number;
        const limit = limits[nodes[node + 2] as number] as number;
        const holds = kind === BELOW ? value < limit : kind === AT_LEAST ? value >= limit : value === limit;
        node = nodes[holds ? node + 4 : node + 5] as number;
      } else {
        const value = kind === SET ? (limits[nodes[node + 2] as number] as number) : (counters[counter] as number) + 1;
        const max = nodes[node + 3] as number;
        counters[counter] = kind === RESET ? 0 : value < max ? value : max;
        node = nodes[node + 4] as number;
      }
    }
    return this.#find(root, configuration, event, counters, at, limits);
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
    const { op, opWhat } = this.flat;
    const from = this.#yields.length;
    const timersFrom = this.#timerYields.length;
    for (let i = 0; i < this.#macrostep.yields; i++) {
      const index = this.#macrostep.yielded[i] as number;
      const timer = opWhat[index] as number;
      this.#yields.push(index);
      if (op[index] === OP['set-timer']) this.#timerYields.push(timer);
      else if (op[index] === OP['cancel-timer']) this.#timerYields.push(-1 - timer);
    }
    return this.#nodes.push(END, next, from, this.#yields.length, timersFrom, this.#timerYields.length);
  }

  /** Puts the story into the tree, beside what is known already. */
  #write(root: number, end: number): void {
    const nodes = this.#nodes;
    let [place, inRoots] = [root, true];
    const follow = (): number => (inRoots ? this.#roots.at(place) : nodes.at(place));
    const link = (node: number): void => (inRoots ? this.#roots.set(place, node) : nodes.set(place, node));
    for (let i = 0; i < this.#story.length; i += 2) {
      const what = this.#story[i] as number;
      const made = what < 0 ? this.#change(-1 - what) : this.#question(what);
      if (follow() === UNKNOWN) link(nodes.push(...made));
      const node = follow();
      const isSame = made.every((one, j) => (what < 0 ? j === 4 : j >= 4) || nodes.at(node + j) === one);
      if (!isSame) throw new Error(`chart ${this.table.chart} went two ways at once`);
      place = node + (this.#story[i + 1] as number);
      inRoots = false;
    }
    link(end);
  }

  #question(guard: number): number[] {
    const { guardOp, guardCounter, guardLimit } = this.flat;
    const kind = [BELOW, AT_LEAST, EQUALS][guardOp[guard] as number] as number;
    return [kind, guardCounter[guard] as number, guardLimit[guard] as number, guard, UNKNOWN, UNKNOWN];
  }

  #change(index: number): number[] {
    const { op, opWhat, opLimit, counterMax } = this.flat;
    const counter = opWhat[index] as number;
    const kind = op[index] === OP.increment ? INCREMENT : op[index] === OP.reset ? RESET : SET;
    return [kind, counter, opLimit[index] as number, counterMax[counter] as number, UNKNOWN, index];
  }
}
