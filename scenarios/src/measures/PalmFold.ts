import type { TraceEntry } from '@dosetwin/twin';
import { partOf } from './address.js';
import type { Fold } from './Fold.js';
import { textOf } from './fieldsOf.js';
import type { PalmMeasures } from './Measures.js';

/** How often palms were compared, and with what result. */
export class PalmFold implements Fold<PalmMeasures> {
  readonly kinds = ['attempt', 'locked-out', 'override'];
  #counts = { attempts: 0, matched: 0, notMatched: 0, failedToAcquire: 0, poorQuality: 0, lockedOut: 0, overrides: 0 };

  add(entry: TraceEntry): void {
    const part = partOf(entry.source);
    if (part === 'override' && entry.kind === 'override') this.#counts.overrides += 1;
    if (part !== 'palm') return;
    if (entry.kind === 'locked-out') this.#counts.lockedOut += 1;
    else this.#attempt(textOf(entry, 'result'), textOf(entry, 'quality'));
  }

  result(): PalmMeasures {
    return { ...this.#counts };
  }

  #attempt(result: string, quality: string): void {
    this.#counts.attempts += 1;
    if (result === 'matched') this.#counts.matched += 1;
    else if (result === 'not-matched') this.#counts.notMatched += 1;
    else if (result === 'failed-to-acquire') this.#counts.failedToAcquire += 1;
    if (quality === 'poor') this.#counts.poorQuality += 1;
  }
}
