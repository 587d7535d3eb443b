import type { TraceEntry } from '@dosetwin/twin';
import { ownerOf, partOf } from '../../measures/address.js';
import { numberOf } from '../../measures/fieldsOf.js';
import { counted } from '../../phrase/counted.js';
import type { Breach, Invariant } from './Invariant.js';

/** SPEC H7: at every count of the inventory, nothing is negative and all that was loaded is somewhere or unknown. */
export class CountOutOfBalance implements Invariant {
  #counts = 0;

  add(entry: TraceEntry, index: number): Breach | null {
    if (entry.kind !== 'count' || partOf(entry.source) !== 'inventory') return null;
    this.#counts += 1;
    const [loaded, dispensed, rejected, remaining, unknown] = FIELDS.map((field) => numberOf(entry, field)) as Five;
    const lane = `cartridge ${numberOf(entry, 'cartridge')} of ${ownerOf(entry.source)}`;
    const negative = FIELDS.find((field) => numberOf(entry, field) < 0);
    if (negative) return { evidence: [index], says: `${lane}: ${negative} is ${numberOf(entry, negative)}` };
    if (loaded === dispensed + rejected + remaining + unknown) return null;
    const sum = `${dispensed} dispensed + ${rejected} rejected + ${remaining} remaining + ${unknown} unknown`;
    return { evidence: [index], says: `${lane}: ${loaded} loaded, but ${sum}` };
  }

  looked(): string {
    return `${counted(this.#counts, 'count')} looked at, all in balance`;
  }
}

const FIELDS = ['loaded', 'dispensed', 'rejected', 'remaining', 'unknown'] as const;
type Five = [number, number, number, number, number];
