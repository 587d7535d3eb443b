import type { TraceEntry } from '@dosetwin/twin';
import type { Expectation, ExpectationResult, Outcome } from './Expectation.js';
import type { ExpectationContext } from './ExpectationContext.js';
import { NeverFold } from './NeverFold.js';
import type { OneExpectation } from './OneExpectation.js';
import { ShowsFold } from './ShowsFold.js';
import { TargetFold } from './TargetFold.js';

export interface ExpectationResults {
  readonly outcome: Outcome;
  /** In the order of the expectations. */
  readonly results: readonly ExpectationResult[];
}

/** All expectations of a scenario, folded from a run's entries as they are emitted. */
export class ExpectationFold {
  readonly #folds: readonly OneExpectation[];
  #index = 0;

  constructor(expectations: readonly Expectation[], context: ExpectationContext) {
    this.#folds = expectations.map((expectation) => foldOf(expectation, context));
  }

  add(entry: TraceEntry): void {
    for (const fold of this.#folds) fold.add(entry, this.#index);
    this.#index += 1;
  }

  /** As it stands if the run ends at `end_us`, microseconds since its start. */
  result(end_us: number): ExpectationResults {
    const results = this.#folds.map((fold) => fold.result(end_us));
    return { outcome: results.some(({ verdict }) => verdict === 'failed') ? 'failed' : 'held', results };
  }
}

function foldOf(expectation: Expectation, context: ExpectationContext): OneExpectation {
  if (expectation.kind === 'never') return new NeverFold(expectation, context);
  if (expectation.kind === 'shows') return new ShowsFold(expectation, context);
  return new TargetFold(expectation, context);
}
