import type { TraceEntry } from '@dosetwin/twin';
import { partOf } from '../../measures/address.js';
import { numberOf, textOf } from '../../measures/fieldsOf.js';
import { counted } from '../../phrase/counted.js';
import type { Breach, Invariant } from './Invariant.js';

/** SPEC H7: `unknown` of a cartridge falls only by a `signed` of two different people, recorded just before the count. */
export class UnsignedCount implements Invariant {
  readonly #unknown = new Map<string, { readonly unknown: number; readonly index: number }>();
  readonly #signed = new Set<string>();
  #signatures = 0;

  add(entry: TraceEntry, index: number): Breach | null {
    if (partOf(entry.source) !== 'inventory') return null;
    const cartridge = numberOf(entry, 'cartridge');
    const lane = `${entry.source}\n${cartridge}`;
    if (entry.kind === 'signed') {
      this.#signatures += 1;
      const [first, second] = [textOf(entry, 'first'), textOf(entry, 'second')];
      if (first !== '' && second !== '' && first !== second) this.#signed.add(lane);
    }
    if (entry.kind !== 'count') return null;
    const unknown = numberOf(entry, 'unknown');
    const before = this.#unknown.get(lane);
    const isSigned = this.#signed.delete(lane);
    this.#unknown.set(lane, { unknown, index });
    if (!before || unknown >= before.unknown || isSigned) return null;
    const says = `cartridge ${cartridge}: unknown fell from ${before.unknown} to ${unknown} without a count signed by two people`;
    return { evidence: [before.index, index], says };
  }

  looked(): string {
    return `${counted(this.#signatures, 'signed count')}, and unknown fell by nothing else`;
  }
}
