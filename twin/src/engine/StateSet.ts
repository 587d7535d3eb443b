import { NONE } from './ChartTable.js';
import type { Configuration } from './Configuration.js';
import { type FlatTable, KIND } from './FlatTable.js';

/** The active states of one chart, with the order in which its leaves were entered and what its history states remember. */
export class StateSet {
  /** Active states without children, in the order in which they were entered: the first `leafCount`. */
  readonly leaves: Int32Array;
  leafCount = 0;
  done = false;
  readonly #flat: FlatTable;
  readonly #active: Uint8Array;
  /** For each history state `width` places, filled from the front, the rest `NONE`. */
  readonly #remembered: Int32Array;
  readonly #width: number;

  constructor(flat: FlatTable) {
    const { states, bounds } = flat.table;
    this.#flat = flat;
    this.#active = new Uint8Array(states.length);
    this.#width = bounds.leaves;
    this.leaves = new Int32Array(bounds.leaves + 1);
    this.#remembered = new Int32Array(flat.slot.filter((slot) => slot >= 0).length * this.#width).fill(NONE);
  }

  has(state: number): boolean {
    return this.#active[state] === 1;
  }

  anyIn(from: number, to: number): boolean {
    for (let state = from; state <= to; state++) if (this.#active[state] === 1) return true;
    return false;
  }

  add(state: number): void {
    if (this.#active[state] === 1) return;
    this.#active[state] = 1;
    if (this.#isLeaf(state)) this.leaves[this.leafCount++] = state;
  }

  remove(state: number): void {
    this.#active[state] = 0;
    if (!this.#isLeaf(state)) return;
    let kept = 0;
    for (let i = 0; i < this.leafCount; i++) {
      const leaf = this.leaves[i] as number;
      if (leaf !== state) this.leaves[kept++] = leaf;
    }
    this.leafCount = kept;
  }

  clear(): void {
    this.#active.fill(0);
    this.#remembered.fill(NONE);
    this.leafCount = 0;
    this.done = false;
  }

  copy(other: StateSet): void {
    this.#active.set(other.#active);
    this.#remembered.set(other.#remembered);
    this.takeOrder(other);
    this.done = other.done;
  }

  takeOrder(other: StateSet): void {
    this.leaves.set(other.leaves);
    this.leafCount = other.leafCount;
  }

  sameStates(other: StateSet): boolean {
    for (let state = 0; state < this.#active.length; state++) if (this.#active[state] !== other.#active[state]) return false;
    return true;
  }

  /** Last in the document first: how XState leaves a chart behind that is done. */
  reverse(): void {
    this.leaves.subarray(0, this.leafCount).sort().reverse();
  }

  /** The first state that a history state remembers, or `NONE`; the others follow, up to `NONE` or the next one's. */
  rememberedAt(history: number, index: number): number {
    return index < this.#width ? (this.#remembered[(this.#flat.slot[history] as number) * this.#width + index] as number) : NONE;
  }

  /** Deep: active leaves inside the state that is left. Shallow: its active children. */
  remember(history: number, parent: number): void {
    const at = (this.#flat.slot[history] as number) * this.#width;
    const deep = this.#flat.kind[history] === KIND['deep-history'];
    this.#remembered.fill(NONE, at, at + this.#width);
    let count = 0;
    for (let state = parent + 1; state <= (this.#flat.last[parent] as number); state++) {
      const wanted = deep ? this.#isLeaf(state) : this.#flat.parent[state] === parent;
      if (this.#active[state] === 1 && wanted) this.#remembered[at + count++] = state;
    }
  }

  /** Whether an active state is done: a final child, or all regions (`isInFinalState`). */
  isFinal(state: number): boolean {
    const { kind, children } = this.#flat;
    if (kind[state] === KIND.final) return true;
    if (kind[state] === KIND.atomic) return false;
    const isParallel = kind[state] === KIND.parallel;
    for (let i = children.at[state] as number; i < (children.at[state + 1] as number); i++) {
      const child = children.items[i] as number;
      if (isParallel && !this.isFinal(child)) return false;
      if (!isParallel && kind[child] === KIND.final && this.#active[child] === 1) return true;
    }
    return isParallel;
  }

  load(configuration: Configuration): void {
    this.clear();
    this.done = configuration.done;
    for (const leaf of configuration.leaves) {
      this.leaves[this.leafCount++] = leaf;
      for (let state = leaf; state !== NONE; state = this.#flat.parent[state] as number) this.#active[state] = 1;
    }
    for (const [slot, states] of configuration.remembered.entries()) {
      for (const [i, state] of states.entries()) this.#remembered[slot * this.#width + i] = state;
    }
  }

  read(): Configuration {
    const remembered: number[][] = [];
    for (let at = 0; at < this.#remembered.length; at += this.#width) {
      remembered.push([...this.#remembered.subarray(at, at + this.#width)].filter((state) => state !== NONE));
    }
    return { leaves: [...this.leaves.subarray(0, this.leafCount)], remembered, done: this.done };
  }

  #isLeaf(state: number): boolean {
    const kind = this.#flat.kind[state];
    return kind === KIND.atomic || kind === KIND.final;
  }
}
