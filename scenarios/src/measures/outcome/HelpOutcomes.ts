import type { TraceEntry, WorldSpec } from '@dosetwin/twin';
import { textOf } from '../fieldsOf.js';
import type { OutcomePart } from './OutcomePart.js';
import { addTo, type Tally } from './Tally.js';

const KINDS = new Set(['asked', 'answered', 'set-off', 'on-site', 'went-home', 'remote-recovery']);

/** Whom the machines asked for help, and how much time of theirs it took, by role. */
export class HelpOutcomes implements OutcomePart {
  readonly #roles: ReadonlyMap<string, string>;
  readonly #time_us = new Map<string, number>();
  /** By contact: since when they are on the way, there, or helping from afar. */
  readonly #since_us = new Map<string, number>();
  #asked = 0;
  #came = 0;

  constructor(contacts: WorldSpec['contacts']) {
    this.#roles = new Map(contacts.map(({ id, role }) => [id, role]));
  }

  wants(source: string, kind: string): boolean {
    return KINDS.has(kind) && this.#roles.has(source);
  }

  add(entry: TraceEntry): void {
    const { kind, source, t_us } = entry;
    if (kind === 'asked') this.#asked += 1;
    else if (kind === 'went-home' || kind === 'remote-recovery') this.#ends(source, t_us);
    else if (kind === 'set-off') this.#begins(source, t_us);
    else if (kind === 'on-site') {
      this.#came += 1;
      this.#begins(source, t_us);
    } else if (textOf(entry, 'answer') === 'helping-remotely') this.#begins(source, t_us);
  }

  tally(into: Tally, end_us: number): void {
    const time_us = new Map(this.#time_us);
    for (const [contact, since_us] of this.#since_us) addTo(time_us, this.#roleOf(contact), Math.max(0, end_us - since_us));
    into.count('asked', this.#asked);
    into.count('came-to-help', this.#came);
    into.byPart('time', new Map([...time_us].map(([role, us]) => [role, Math.floor(us / 1000)])));
  }

  #begins(contact: string, t_us: number): void {
    if (!this.#since_us.has(contact)) this.#since_us.set(contact, t_us);
  }

  #ends(contact: string, t_us: number): void {
    const since_us = this.#since_us.get(contact);
    if (since_us === undefined) return;
    addTo(this.#time_us, this.#roleOf(contact), t_us - since_us);
    this.#since_us.delete(contact);
  }

  #roleOf(contact: string): string {
    return this.#roles.get(contact) ?? 'other';
  }
}
