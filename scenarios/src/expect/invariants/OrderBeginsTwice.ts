import type { TraceEntry } from '@dosetwin/twin';
import { ownerOf, partOf } from '../../measures/address.js';
import { numberOf, textOf } from '../../measures/fieldsOf.js';
import { counted } from '../../phrase/counted.js';
import type { Breach, Invariant } from './Invariant.js';

/**
 * SPEC H6, by the mailbox's phase and by the hinge's signals, each for itself: a board that is not ours shows only signals.
 * A signal that is told again carries the boot and sequence of the first, and is no second motion; 0 is the sequence of a board that
 * numbers none.
 */
export class OrderBeginsTwice implements Invariant {
  readonly #first = new Map<string, number>();
  readonly #told = new Set<string>();
  #orders = 0;

  add(entry: TraceEntry, index: number): Breach | null {
    const seenBy = seenByOf(entry);
    if (seenBy === null) return null;
    const machine = ownerOf(entry.source);
    if (seenBy === 'hinge' && this.#wasTold(machine, entry)) return null;
    const order = numberOf(entry, 'order');
    const name = `${machine}\n${order}\n${seenBy}`;
    const first = this.#first.get(name);
    if (first !== undefined) return { evidence: [first, index], says: `order ${order} of ${machine} began its motion again` };
    this.#first.set(name, index);
    if (!this.#first.has(`${machine}\n${order}\n${seenBy === 'hinge' ? 'mailbox' : 'hinge'}`)) this.#orders += 1;
    return null;
  }

  looked(): string {
    return `${counted(this.#orders, 'order')} began, none twice`;
  }

  #wasTold(machine: string, entry: TraceEntry): boolean {
    if (numberOf(entry, 'sequence') === 0) return false;
    const signal = `${machine}\n${numberOf(entry, 'boot')}\n${numberOf(entry, 'sequence')}`;
    if (this.#told.has(signal)) return true;
    this.#told.add(signal);
    return false;
  }
}

function seenByOf(entry: TraceEntry): 'mailbox' | 'hinge' | null {
  const part = partOf(entry.source);
  if (entry.kind === 'phase' && part === 'mailbox' && textOf(entry, 'phase') === 'moving') return 'mailbox';
  if (entry.kind === 'signal' && part === 'hinge' && textOf(entry, 'name') === 'moving') return 'hinge';
  return null;
}
