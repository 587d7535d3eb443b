import type { TraceEntry } from '@dosetwin/twin';
import { ownerOf } from './address.js';
import type { Fold } from './Fold.js';
import { numberOf } from './fieldsOf.js';
import { inCodeUnitOrder } from './inCodeUnitOrder.js';
import type { CountMeasures } from './Measures.js';

/** What each machine's inventory last counted in each cartridge. */
export class CountFold implements Fold<readonly CountMeasures[]> {
  readonly kinds = ['count'];
  #counts = new Map<string, CountMeasures>();

  add(entry: TraceEntry): void {
    const machine = ownerOf(entry.source);
    const cartridge = numberOf(entry, 'cartridge');
    this.#counts.set(`${machine}/${cartridge}`, {
      machine,
      cartridge,
      counted_us: entry.t_us,
      loaded: numberOf(entry, 'loaded'),
      dispensed: numberOf(entry, 'dispensed'),
      rejected: numberOf(entry, 'rejected'),
      remaining: numberOf(entry, 'remaining'),
      unknown: numberOf(entry, 'unknown'),
    });
  }

  result(): readonly CountMeasures[] {
    return [...this.#counts.values()].sort((a, b) => inCodeUnitOrder(a.machine, b.machine) || a.cartridge - b.cartridge);
  }
}
