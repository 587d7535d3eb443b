import { NONE } from './ChartTable.js';
import { type FlatTable, KIND } from './FlatTable.js';
import type { StateSet } from './StateSet.js';

/** Which states a set of transitions enters, and which of them by default (`computeEntrySet` and what it calls). */
export class EntrySet {
  readonly states: Uint8Array;
  /** Entered states whose initial operations run. */
  readonly byDefault: Uint8Array;
  /** Room for whoever finds out which states are left. */
  readonly leaving: Uint8Array;
  readonly #flat: FlatTable;
  readonly #now: StateSet;
  /** Targets with history states replaced by what they mean now. */
  readonly #meant: Int32Array;
  #meantCount = 0;

  constructor(flat: FlatTable, now: StateSet) {
    const count = flat.table.states.length;
    this.#flat = flat;
    this.#now = now;
    this.states = new Uint8Array(count);
    this.byDefault = new Uint8Array(count);
    this.leaving = new Uint8Array(count);
    this.#meant = new Int32Array(count + 1);
  }

  compute(transitions: Int32Array, count: number): void {
    this.states.fill(0);
    this.byDefault.fill(0);
    for (let i = 0; i < count; i++) this.#addTransition(transitions[i] as number);
  }

  #addTransition(transition: number): void {
    const { source, reenter, targets, kind, domain: domains } = this.#flat;
    const from = targets.at[transition] as number;
    const to = targets.at[transition + 1] as number;
    if (from === to) return;
    const own = source[transition] as number;
    const again = reenter[transition] === 1;
    const domain = domains[transition] as number;
    for (let i = from; i < to; i++) {
      const target = targets.items[i] as number;
      if (!this.#isHistory(target) && (own !== target || own !== domain || again)) {
        this.states[target] = 1;
        this.byDefault[target] = 1;
      }
      this.#addBelow(target);
    }
    this.#mean(transition);
    const within = own === 0 && again ? NONE : domain;
    for (let i = 0; i < this.#meantCount; i++) {
      this.#addAbove(this.#meant[i] as number, domain, within);
      if (domain !== NONE && kind[domain] === KIND.parallel) this.#addAncestor(domain, within);
    }
  }

  #mean(transition: number): void {
    const { targets, defaults } = this.#flat;
    this.#meantCount = 0;
    for (let i = targets.at[transition] as number; i < (targets.at[transition + 1] as number); i++) {
      const target = targets.items[i] as number;
      if (!this.#isHistory(target)) this.#meant[this.#meantCount++] = target;
      else if (this.#now.rememberedAt(target, 0) === NONE) {
        this.#meant[this.#meantCount++] = defaults.items[defaults.at[target] as number] as number;
      } else {
        for (let j = 0; this.#now.rememberedAt(target, j) !== NONE; j++) {
          this.#meant[this.#meantCount++] = this.#now.rememberedAt(target, j);
        }
      }
    }
  }

  /** What is entered inside a state that is entered (`addDescendantStatesToEnter`). */
  #addBelow(state: number): void {
    const { kind, initial, children, parent } = this.#flat;
    if (this.#isHistory(state)) this.#addRemembered(state, parent[state] as number);
    else if (kind[state] === KIND.compound) {
      const first = initial[state] as number;
      this.states[first] = 1;
      this.byDefault[first] = 1;
      this.#addBelow(first);
    } else if (kind[state] === KIND.parallel) {
      for (let i = children.at[state] as number; i < (children.at[state + 1] as number); i++) {
        const child = children.items[i] as number;
        if (this.#anyInside(child)) continue;
        this.states[child] = 1;
        this.byDefault[child] = 1;
        this.#addBelow(child);
      }
    }
  }

  #addRemembered(history: number, parent: number): void {
    const { defaults, defaultIsInitial } = this.#flat;
    if (this.#now.rememberedAt(history, 0) === NONE) {
      const state = defaults.items[defaults.at[history] as number] as number;
      this.states[state] = 1;
      if (defaultIsInitial[history] === 1) this.byDefault[parent] = 1;
      this.#addBelow(state);
      this.#addAbove(state, parent, NONE);
      return;
    }
    for (let i = 0; this.#now.rememberedAt(history, i) !== NONE; i++) {
      const state = this.#now.rememberedAt(history, i);
      this.states[state] = 1;
      this.#addBelow(state);
    }
    for (let i = 0; this.#now.rememberedAt(history, i) !== NONE; i++) {
      this.#addAbove(this.#now.rememberedAt(history, i), parent, NONE);
    }
  }

  /** The ancestors of a state below `domain`, with the other regions of those that are parallel. */
  #addAbove(state: number, domain: number, within: number): void {
    if (state === domain) return;
    const { parent } = this.#flat;
    for (let above = parent[state] as number; above !== NONE && above !== domain; above = parent[above] as number) {
      this.#addAncestor(above, within);
    }
  }

  #addAncestor(ancestor: number, within: number): void {
    const { kind, children } = this.#flat;
    if (within === NONE || this.#isInside(ancestor, within)) this.states[ancestor] = 1;
    if (kind[ancestor] !== KIND.parallel) return;
    for (let i = children.at[ancestor] as number; i < (children.at[ancestor + 1] as number); i++) {
      const child = children.items[i] as number;
      if (this.#anyInside(child)) continue;
      this.states[child] = 1;
      this.#addBelow(child);
    }
  }

  #anyInside(state: number): boolean {
    for (let inner = state + 1; inner <= (this.#flat.last[state] as number); inner++) if (this.states[inner] === 1) return true;
    return false;
  }

  #isInside(state: number, ancestor: number): boolean {
    return state > ancestor && state <= (this.#flat.last[ancestor] as number);
  }

  #isHistory(state: number): boolean {
    const kind = this.#flat.kind[state];
    return kind === KIND['shallow-history'] || kind === KIND['deep-history'];
  }
}
