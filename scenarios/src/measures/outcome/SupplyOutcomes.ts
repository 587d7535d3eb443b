import type { TraceEntry, WorldSpec } from '@dosetwin/twin';
import { textOf } from '../fieldsOf.js';
import type { OutcomePart } from './OutcomePart.js';
import { addTo, type Tally } from './Tally.js';

/** How long the two people of each restocking were at the machine, by their roles: from the delivery to the locked door. */
export class SupplyOutcomes implements OutcomePart {
  readonly #roles: ReadonlyMap<string, string>;
  /** By machine's restocking: since when it is under way. */
  readonly #since_us = new Map<string, number>();
  readonly #time_us = new Map<string, number>();

  constructor(contacts: WorldSpec['contacts']) {
    this.#roles = new Map(contacts.map(({ id, role }) => [id, role]));
  }

  wants(_source: string, kind: string): boolean {
    return kind === 'delivered' || kind === 'restocked';
  }

  add(entry: TraceEntry): void {
    const { kind, source, t_us } = entry;
    if (kind === 'delivered') {
      this.#since_us.set(source, t_us);
      return;
    }
    const since_us = this.#since_us.get(source);
    if (since_us === undefined) return;
    this.#since_us.delete(source);
    for (const who of [textOf(entry, 'first'), textOf(entry, 'second')]) {
      addTo(this.#time_us, `restocking, ${this.#roles.get(who) ?? 'staff'}`, t_us - since_us);
    }
  }

  tally(into: Tally): void {
    for (const [part, us] of this.#time_us) {
      const ms = Math.floor(us / 1000);
      into.count('time', ms);
      into.count(`time:${part}`, ms);
    }
  }
}
