import type { TraceEntry } from '@dosetwin/twin';
import { ownerOf, partOf } from '../../measures/address.js';
import { textOf } from '../../measures/fieldsOf.js';
import { counted } from '../../phrase/counted.js';
import type { Breach, Invariant } from './Invariant.js';

/** After a machine was opened, two people sign a count before it is opened again. */
export class OpeningUncounted implements Invariant {
  /** Openings that no count has followed yet, by machine. */
  readonly #open = new Map<string, { readonly index: number; readonly by: string }>();
  #openings = 0;

  add(entry: TraceEntry, index: number): Breach | null {
    const machine = ownerOf(entry.source);
    if (entry.kind === 'signed' && partOf(entry.source) === 'inventory') this.#open.delete(machine);
    if (entry.kind !== 'opening' || partOf(entry.source) !== 'doorkeeper') return null;
    this.#openings += 1;
    const before = this.#open.get(machine);
    this.#open.set(machine, { index, by: textOf(entry, 'by') });
    if (!before) return null;
    return { evidence: [before.index, index], says: `${before.by} opened ${machine}, and nobody signed a count before the next` };
  }

  looked(): string {
    return this.#openings === 0 ? 'nothing was opened' : `${counted(this.#openings, 'opening')}, each counted before the next`;
  }
}
