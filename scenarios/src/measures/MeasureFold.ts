import type { TraceEntry } from '@dosetwin/twin';
import { CallFold } from './CallFold.js';
import { CountFold } from './CountFold.js';
import { DoseFold } from './DoseFold.js';
import type { Fold } from './Fold.js';
import { JamFold } from './JamFold.js';
import type { Measures } from './Measures.js';
import { NobodyFold } from './NobodyFold.js';
import { OrderFold } from './OrderFold.js';
import { PalmFold } from './PalmFold.js';
import { StateFold } from './StateFold.js';
import { WaitingFold } from './WaitingFold.js';

/** All measures of a run, folded from its entries as they are emitted, whether the trace is kept or not. */
export class MeasureFold {
  readonly #folds = {
    doses: new DoseFold(),
    waiting: new WaitingFold(),
    states: new StateFold(),
    jams: new JamFold(),
    calls: new CallFold(),
    orders: new OrderFold(),
    counts: new CountFold(),
    palm: new PalmFold(),
    nobodyCouldHelp: new NobodyFold(),
  };
  readonly #byKind = new Map<string, Fold<unknown>[]>();

  constructor() {
    for (const fold of Object.values(this.#folds)) {
      for (const kind of fold.kinds) this.#byKind.set(kind, [...(this.#byKind.get(kind) ?? []), fold]);
    }
  }

  add(entry: TraceEntry): void {
    for (const fold of this.#byKind.get(entry.kind) ?? []) fold.add(entry);
  }

  /** What the entries so far come to, if the run ends at `end_us`, microseconds since its start. Entries may follow. */
  result(end_us: number): Measures {
    const folds = this.#folds;
    return {
      end_us,
      doses: folds.doses.result(),
      waiting: folds.waiting.result(),
      states: folds.states.result(end_us),
      jams: folds.jams.result(),
      calls: folds.calls.result(end_us),
      orders: folds.orders.result(),
      counts: folds.counts.result(),
      palm: folds.palm.result(),
      nobodyCouldHelp: folds.nobodyCouldHelp.result(end_us),
    };
  }
}
