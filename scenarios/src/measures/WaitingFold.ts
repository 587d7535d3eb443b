import type { TraceEntry } from '@dosetwin/twin';
import type { Fold } from './Fold.js';
import { numberOf } from './fieldsOf.js';
import type { WaitingMeasures, WaitingQuantiles } from './Measures.js';
import { nearestRank } from './nearestRank.js';

/** How long people were there, told by the entries that say that they had their dose or left without. */
export class WaitingFold implements Fold<WaitingMeasures> {
  readonly kinds = ['served', 'left-without'];
  #served: number[] = [];
  #leftWithout: number[] = [];

  add(entry: TraceEntry): void {
    const waits = entry.kind === 'served' ? this.#served : this.#leftWithout;
    waits.push(Math.floor(numberOf(entry, 'waited_us') / 1000));
  }

  result(): WaitingMeasures {
    return { served: quantiles(this.#served), leftWithout: quantiles(this.#leftWithout) };
  }
}

function quantiles(waitsMs: readonly number[]): WaitingQuantiles {
  const sorted = [...waitsMs].sort((a, b) => a - b);
  return {
    count: sorted.length,
    medianMs: nearestRank(sorted, 50),
    p95Ms: nearestRank(sorted, 95),
    longestMs: sorted.at(-1) ?? null,
  };
}
