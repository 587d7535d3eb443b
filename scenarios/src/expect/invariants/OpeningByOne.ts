import type { TraceEntry } from '@dosetwin/twin';
import { partOf } from '../../measures/address.js';
import { textOf } from '../../measures/fieldsOf.js';
import { counted } from '../../phrase/counted.js';
import type { Breach, Invariant } from './Invariant.js';

/** A machine is opened before two different people. */
export class OpeningByOne implements Invariant {
  #openings = 0;

  add(entry: TraceEntry, index: number): Breach | null {
    if (entry.kind !== 'opening' || partOf(entry.source) !== 'doorkeeper') return null;
    this.#openings += 1;
    const [by, second] = [textOf(entry, 'by'), textOf(entry, 'second')];
    if (second !== '' && second !== by) return null;
    return { evidence: [index], says: `${by} opened the machine alone` };
  }

  looked(): string {
    return this.#openings === 0 ? 'nothing was opened' : `${counted(this.#openings, 'opening')}, each before two people`;
  }
}
