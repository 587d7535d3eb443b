import type { BusySpell, ContactSpec } from '../spec/WorldSpec.js';
import { LocalHours } from './LocalHours.js';

/** Whether a contact is on duty, and what keeps them busy: known beforehand, and the same whatever happens in a run. */
export class Availability {
  readonly hours: LocalHours;
  readonly #busy: readonly BusySpell[];

  constructor(contact: ContactSpec, epoch_us: number) {
    this.hours = new LocalHours(contact, contact.hours, epoch_us);
    this.#busy = contact.busy;
  }

  isFree(t_us: number): boolean {
    return this.hours.isOpen(t_us) && this.busyAt(t_us) === null;
  }

  /** What keeps them busy, and until when: spells that touch or overlap count as one, under the first one's word. */
  busyAt(t_us: number): BusySpell | null {
    const first = this.#covering(t_us);
    if (!first) return null;
    let to_us = first.to_us;
    for (let next = this.#covering(to_us); next; next = this.#covering(to_us)) to_us = next.to_us;
    return { ...first, to_us };
  }

  /** When the next busy spell after `t_us` begins, or `null`. */
  nextBusy(t_us: number): number | null {
    const ahead = this.#busy.map(({ from_us }) => from_us).filter((from_us) => from_us > t_us);
    return ahead.length > 0 ? Math.min(...ahead) : null;
  }

  #covering(t_us: number): BusySpell | undefined {
    return this.#busy.find(({ from_us, to_us }) => from_us <= t_us && t_us < to_us);
  }
}
