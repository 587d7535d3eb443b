import type { TraceEntry } from '@dosetwin/twin';
import { counted } from '../phrase/counted.js';
import type { ExpectationResult, NeverExpectation } from './Expectation.js';
import type { ExpectationContext } from './ExpectationContext.js';
import type { Breach, Invariant } from './invariants/Invariant.js';
import { INVARIANTS } from './invariants.js';
import type { OneExpectation } from './OneExpectation.js';

const MOST_EVIDENCE = 20;

/** What must never be: the first breach fails it, and all are counted. */
export class NeverFold implements OneExpectation {
  readonly #expectation: NeverExpectation;
  readonly #invariant: Invariant;
  readonly #breaches: Breach[] = [];
  #count = 0;

  constructor(expectation: NeverExpectation, context: ExpectationContext) {
    this.#expectation = expectation;
    this.#invariant = INVARIANTS[expectation.event].begin(context);
  }

  add(entry: TraceEntry, index: number): void {
    const breach = this.#invariant.add(entry, index);
    if (!breach) return;
    this.#count += 1;
    if (this.#breaches.length < MOST_EVIDENCE) this.#breaches.push(breach);
  }

  result(): ExpectationResult {
    const first = this.#breaches[0];
    const more = this.#count > 1 ? `; ${counted(this.#count - 1, 'more such entry', 'more such entries')}` : '';
    const evidence = [...new Set(this.#breaches.flatMap(({ evidence }) => evidence))].sort((a, b) => a - b);
    return {
      expectation: this.#expectation,
      verdict: first ? 'failed' : 'held',
      says: INVARIANTS[this.#expectation.event].says,
      found: first ? `${first.says}${more}` : this.#invariant.looked(),
      evidence: evidence.slice(0, MOST_EVIDENCE),
      share: null,
    };
  }
}
