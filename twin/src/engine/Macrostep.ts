import { NONE } from './ChartTable.js';
import { EntrySet } from './EntrySet.js';
import { type FlatTable, GUARD, KIND, type Lists, OP } from './FlatTable.js';
import { StateSet } from './StateSet.js';

/** Told of every question asked of a counter and of every change of one, in order, as a step runs. */
export interface CounterWitness {
  asked(guard: number, holds: boolean): void;
  changed(op: number): void;
}

/**
 * One macrostep after XState's algorithm (itself SCXML's with its own order), over typed arrays made once: nothing is
 * allocated while it runs, and it reads like what a C interpreter does. Load `now`, `counters` and `limits`; call `start`
 * or `step`; read `now`, `counters`, `yielded` and `yields`.
 */
export class Macrostep {
  readonly now: StateSet;
  readonly counters: Uint8Array;
  readonly limits: Float64Array;
  /** Operations that leave the chart, in order: the first `yields` of the list. */
  readonly yielded: Int32Array;
  yields = 0;
  readonly #flat: FlatTable;
  readonly #before: StateSet;
  readonly #entering: EntrySet;
  readonly #chosen: Int32Array;
  #chosenCount = 0;
  readonly #kept: Int32Array;
  #keptCount = 0;
  readonly #raised: Int32Array;
  #raisedFrom = 0;
  #raisedTo = 0;
  /** Whether the microstep changed anything that XState would see: it then asks eventless transitions again. */
  #changed = false;
  #historyTouched = false;
  readonly #completed: Uint8Array;
  readonly #witness: CounterWitness | null;

  constructor(flat: FlatTable, witness: CounterWitness | null = null) {
    const { states, transitions, bounds, counters, limits } = flat.table;
    this.#flat = flat;
    this.#witness = witness;
    this.now = new StateSet(flat);
    this.#before = new StateSet(flat);
    this.#entering = new EntrySet(flat, this.now);
    this.counters = new Uint8Array(counters.length);
    this.limits = new Float64Array(limits.length);
    this.yielded = new Int32Array(bounds.ops);
    this.#chosen = new Int32Array(transitions.length + 1);
    this.#kept = new Int32Array(transitions.length + 1);
    this.#raised = new Int32Array(bounds.raised);
    this.#completed = new Uint8Array(states.length);
  }

  /** Enters the chart: `now` becomes its first configuration. */
  start(): void {
    this.now.clear();
    this.counters.fill(0);
    this.#begin();
    this.#kept[0] = this.#flat.table.initial;
    this.#keptCount = 1;
    this.#before.copy(this.now);
    this.now.add(0);
    this.#microstepEntry(true);
    this.#settle();
  }

  /** One event. What no active state expects still lets eventless transitions be asked once more, as XState does. */
  step(event: number): void {
    this.#begin();
    this.#selectFor(event);
    this.#microstep();
    this.#settle();
  }

  #begin(): void {
    this.yields = 0;
    this.#raisedFrom = 0;
    this.#raisedTo = 0;
  }

  /** Eventless transitions until none is enabled, then the next raised event, until none is left (`macrostep`). */
  #settle(): void {
    const { chart, bounds } = this.#flat.table;
    let askEventless = true;
    for (let microsteps = 0; !this.now.done; microsteps++) {
      if (microsteps > bounds.microsteps + bounds.raised)
        throw new Error(`chart ${chart} makes more microsteps than its table says`);
      if (askEventless) this.#selectEventless();
      else this.#chosenCount = 0;
      const eventless = this.#chosenCount > 0;
      if (!eventless) {
        if (this.#raisedFrom === this.#raisedTo) return;
        this.#selectFor(this.#raised[this.#raisedFrom++] as number);
      }
      this.#microstep();
      askEventless = !eventless || this.#changed;
    }
  }

  #selectFor(event: number): void {
    this.#chosenCount = 0;
    this.#choose(0, event);
  }

  /** Inner states first; a parallel state only where none of its regions has anything (`transitionNode`). */
  #choose(state: number, event: number): boolean {
    const { kind, children, on, table } = this.#flat;
    let found = false;
    const from = children.at[state] as number;
    const to = children.at[state + 1] as number;
    for (let i = from; i < to; i++) {
      // Once a chart is done, XState has turned the order of its regions round.
      const child = children.items[this.now.done ? from + to - 1 - i : i] as number;
      if (!this.now.has(child)) continue;
      found = this.#choose(child, event) || found;
      if (kind[state] === KIND.compound) break;
    }
    if (found) return true;
    const list = state * table.events.length + event;
    return this.#take(on, list);
  }

  /** Takes the first candidate of a list whose guard holds. */
  #take(lists: Lists, list: number): boolean {
    for (let i = lists.at[list] as number; i < (lists.at[list + 1] as number); i++) {
      const transition = lists.items[i] as number;
      if (!this.#holds(this.#flat.guard[transition] as number)) continue;
      for (let j = 0; j < this.#chosenCount; j++) if (this.#chosen[j] === transition) return true;
      this.#chosen[this.#chosenCount++] = transition;
      return true;
    }
    return false;
  }

  #selectEventless(): void {
    this.#chosenCount = 0;
    const { parent, always } = this.#flat;
    for (let i = 0; i < this.now.leafCount; i++) {
      for (let state = this.now.leaves[i] as number; state !== NONE; state = parent[state] as number) {
        if (this.#take(always, state)) break;
      }
    }
  }

  #holds(guard: number): boolean {
    if (guard === NONE) return true;
    const { guardOp, guardCounter, guardLimit } = this.#flat;
    const value = this.counters[guardCounter[guard] as number] as number;
    const limit = this.limits[guardLimit[guard] as number] as number;
    const op = guardOp[guard];
    const holds = op === GUARD.below ? value < limit : op === GUARD.atLeast ? value >= limit : value === limit;
    this.#witness?.asked(guard, holds);
    return holds;
  }

  #microstep(): void {
    this.#changed = false;
    if (this.#chosenCount === 0) return;
    this.#historyTouched = false;
    this.#before.copy(this.now);
    this.#keepCompatible();
    this.#exit();
    for (let i = 0; i < this.#keptCount; i++) this.#run(this.#flat.transitionOps, this.#kept[i] as number);
    this.#microstepEntry(false);
  }

  /** Enters what is to be entered, and finds whether anything changed. */
  #microstepEntry(initial: boolean): void {
    this.#enter(initial);
    const same = !this.#historyTouched && this.now.sameStates(this.#before);
    if (this.now.done) this.#leaveAll(same);
    if (same) this.now.takeOrder(this.#before);
    else this.#changed = true;
  }

  /** Of transitions that would leave the same state the innermost wins, then the first (`removeConflictingTransitions`). */
  #keepCompatible(): void {
    this.#keptCount = 0;
    const { source } = this.#flat;
    for (let i = 0; i < this.#chosenCount; i++) {
      const transition = this.#chosen[i] as number;
      let preempted = false;
      for (let j = 0; j < this.#keptCount && !preempted; j++) {
        const other = this.#kept[j] as number;
        preempted = this.#collide(transition, other) && !this.#isInside(source[transition] as number, source[other] as number);
      }
      if (preempted) continue;
      let kept = 0;
      for (let j = 0; j < this.#keptCount; j++) {
        const other = this.#kept[j] as number;
        if (!this.#collide(transition, other)) this.#kept[kept++] = other;
      }
      this.#kept[kept++] = transition;
      this.#keptCount = kept;
    }
  }

  #collide(a: number, b: number): boolean {
    if (this.#targetless(a) || this.#targetless(b)) return false;
    const { last, domain } = this.#flat;
    const domainA = domain[a] as number;
    const domainB = domain[b] as number;
    const from = Math.max(domainA, domainB) + 1;
    const to = Math.min(this.#lastOf(domainA, last), this.#lastOf(domainB, last));
    return this.now.anyIn(from, to);
  }

  #targetless(transition: number): boolean {
    const { at } = this.#flat.targets;
    return at[transition] === at[transition + 1];
  }

  #lastOf(domain: number, last: Int32Array): number {
    return domain === NONE ? last.length - 1 : (last[domain] as number);
  }

  #isInside(state: number, ancestor: number): boolean {
    return state > ancestor && state <= (this.#flat.last[ancestor] as number);
  }

  /** Remembers, then leaves, innermost and last first (`exitStates`). */
  #exit(): void {
    const { table, histories } = this.#flat;
    const leaving = this.#entering.leaving;
    leaving.fill(0);
    for (let i = 0; i < this.#keptCount; i++) {
      const transition = this.#kept[i] as number;
      if (this.#targetless(transition)) continue;
      const domain = this.#flat.domain[transition] as number;
      const to = this.#lastOf(domain, this.#flat.last);
      for (let state = domain + 1; state <= to; state++) if (this.now.has(state)) leaving[state] = 1;
    }
    for (let state = table.states.length - 1; state >= 0; state--) {
      if (leaving[state] !== 1) continue;
      for (let i = histories.at[state] as number; i < (histories.at[state + 1] as number); i++) {
        this.#historyTouched = true;
        this.now.remember(histories.items[i] as number, state);
      }
    }
    for (let state = table.states.length - 1; state >= 0; state--) {
      if (leaving[state] !== 1) continue;
      this.#run(this.#flat.exit, state);
      this.now.remove(state);
    }
  }

  /** In document order: entry operations, default operations, and what it means that a final state is active (`enterStates`). */
  #enter(initial: boolean): void {
    this.#entering.compute(this.#kept, this.#keptCount);
    if (initial) this.#entering.byDefault[0] = 1;
    this.#completed.fill(0);
    const { kind, table, entry, initialOps } = this.#flat;
    for (let state = 0; state < table.states.length; state++) {
      if (this.#entering.states[state] !== 1) continue;
      this.now.add(state);
      this.#run(entry, state);
      if (this.#entering.byDefault[state] === 1) this.#run(initialOps, state);
      if (kind[state] === KIND.final) this.#reachedFinal(state);
    }
  }

  #reachedFinal(state: number): void {
    const { kind, parent, done } = this.#flat;
    const above = parent[state] as number;
    let marker = kind[above] === KIND.parallel ? above : (parent[above] as number);
    if (kind[above] === KIND.compound) this.#raise(done[above] as number);
    while (marker !== NONE && kind[marker] === KIND.parallel && this.#completed[marker] === 0 && this.now.isFinal(marker)) {
      this.#completed[marker] = 1;
      this.#raise(done[marker] as number);
      marker = parent[marker] as number;
    }
    if (marker === NONE) {
      this.now.done = true;
      this.#changed = true;
    }
  }

  /** The chart is done: everything active says its farewell, and stays where it is (`microstep`). */
  #leaveAll(same: boolean): void {
    for (let state = this.#flat.table.states.length - 1; state >= 0; state--) {
      if (this.now.has(state)) this.#run(this.#flat.exit, state);
    }
    if (!same) this.now.reverse();
  }

  #raise(event: number): void {
    if (this.#raisedTo === this.#raised.length)
      throw new Error(`chart ${this.#flat.table.chart} raises more than its table says`);
    this.#raised[this.#raisedTo++] = event;
  }

  #run(lists: Lists, list: number): void {
    const { op, opWhat, opLimit, counterMax } = this.#flat;
    for (let i = lists.at[list] as number; i < (lists.at[list + 1] as number); i++) {
      const index = lists.items[i] as number;
      const what = opWhat[index] as number;
      switch (op[index]) {
        case OP.raise:
          this.#raise(what);
          break;
        case OP.increment:
          this.#count(index, what, Math.min((this.counters[what] as number) + 1, counterMax[what] as number));
          break;
        case OP.reset:
          this.#count(index, what, 0);
          break;
        case OP.set:
          this.#count(index, what, Math.min(this.limits[opLimit[index] as number] as number, counterMax[what] as number));
          break;
        default:
          if (this.yields === this.yielded.length)
            throw new Error(`chart ${this.#flat.table.chart} yields more than its table says`);
          this.yielded[this.yields++] = index;
      }
    }
  }

  #count(op: number, counter: number, value: number): void {
    this.counters[counter] = value;
    this.#changed = true;
    this.#witness?.changed(op);
  }
}
