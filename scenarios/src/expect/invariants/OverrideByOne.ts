import type { TraceEntry } from '@dosetwin/twin';
import { partOf } from '../../measures/address.js';
import { textOf } from '../../measures/fieldsOf.js';
import { counted } from '../../phrase/counted.js';
import type { Breach, Invariant } from './Invariant.js';

/** Two different people let somebody through in place of the palm, neither of them the person themself. */
export class OverrideByOne implements Invariant {
  #overrides = 0;

  add(entry: TraceEntry, index: number): Breach | null {
    if (entry.kind !== 'override' || partOf(entry.source) !== 'override') return null;
    this.#overrides += 1;
    const [first, second, person] = [textOf(entry, 'first'), textOf(entry, 'second'), textOf(entry, 'person')];
    const others = new Set([first, second].filter((name) => name !== '' && name !== person));
    if (others.size === 2) return null;
    return { evidence: [index], says: `the override for ${person} names ${first || 'nobody'} and ${second || 'nobody'}` };
  }

  looked(): string {
    return this.#overrides === 0 ? 'there was no override' : `${counted(this.#overrides, 'override')}, each by two people`;
  }
}
