import type { TraceEntry, WorldSpec } from '@dosetwin/twin';
import { ownerOf, partOf } from '../address.js';
import { numberOf, textOf } from '../fieldsOf.js';
import type { OutcomePart } from './OutcomePart.js';
import { addTo, type Tally } from './Tally.js';

/** How far staff drove, by role, each way there and back; a run without roads has none. */
export class DriveOutcomes implements OutcomePart {
  readonly #roles: ReadonlyMap<string, string>;
  readonly #metres = new Map<string, number>();
  /** By contact: the drive on which they set out last. */
  readonly #last_m = new Map<string, number>();

  constructor(contacts: WorldSpec['contacts']) {
    this.#roles = new Map(contacts.map(({ id, role }) => [id, role]));
  }

  wants(_source: string, kind: string): boolean {
    return kind === 'drives' || kind === 'turns-round';
  }

  add(entry: TraceEntry): void {
    const { kind, source } = entry;
    const role = this.#roleOf(entry);
    if (kind === 'turns-round') {
      const untilThen = numberOf(entry, 'driven_m') - (this.#last_m.get(source) ?? 0);
      addTo(this.#metres, role, untilThen + numberOf(entry, 'home_m'));
      return;
    }
    const distance_m = numberOf(entry, 'distance_m');
    addTo(this.#metres, role, distance_m);
    this.#last_m.set(source, distance_m);
  }

  tally(into: Tally): void {
    if (this.#metres.size > 0) into.byPart('staff-kilometres', this.#metres);
  }

  /** `technician`, `rounds, nurse` or `restocking, pharmacist`. */
  #roleOf(entry: TraceEntry): string {
    const part = partOf(entry.source);
    if (part === 'supply') return `restocking, ${this.#roles.get(textOf(entry, 'by')) ?? 'staff'}`;
    const role = this.#roles.get(ownerOf(entry.source)) ?? 'staff';
    return part === 'round-plan' ? `rounds, ${role}` : role;
  }
}
