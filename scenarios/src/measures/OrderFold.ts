import type { TraceEntry } from '@dosetwin/twin';
import { ownerOf, partOf } from './address.js';
import type { Fold } from './Fold.js';
import { numberOf, textOf } from './fieldsOf.js';
import type { OrderMeasures } from './Measures.js';

/** Orders by the phases that the machines' mailboxes went through. */
export class OrderFold implements Fold<OrderMeasures> {
  readonly kinds = ['phase'];
  #begun = new Map<string, Set<number>>();
  #begunTwice = 0;
  #ends = new Map<string, number>();

  add(entry: TraceEntry): void {
    if (partOf(entry.source) !== 'mailbox') return;
    const phase = textOf(entry, 'phase');
    if (phase === 'moving') this.#begin(ownerOf(entry.source), numberOf(entry, 'order'));
    else this.#ends.set(phase, (this.#ends.get(phase) ?? 0) + 1);
  }

  result(): OrderMeasures {
    const ended = (phase: string) => this.#ends.get(phase) ?? 0;
    return {
      begun: [...this.#begun.values()].reduce((sum, orders) => sum + orders.size, 0),
      dropped: ended('dropped'),
      recovered: ended('recovered'),
      jammed: ended('jammed'),
      refused: ended('refused'),
      begunTwice: this.#begunTwice,
    };
  }

  #begin(machine: string, order: number): void {
    const begun = this.#begun.get(machine) ?? new Set();
    this.#begun.set(machine, begun);
    if (begun.has(order)) this.#begunTwice += 1;
    begun.add(order);
  }
}
