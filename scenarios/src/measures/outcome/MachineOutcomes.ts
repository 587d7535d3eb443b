import type { TraceEntry } from '@dosetwin/twin';
import { partOf } from '../address.js';
import { numberOf, textOf } from '../fieldsOf.js';
import type { OutcomePart } from './OutcomePart.js';
import { addTo, type Tally } from './Tally.js';

/** What the machines refused, how long they and their links were out of service, and what they do not know of. */
export class MachineOutcomes implements OutcomePart {
  readonly #refused = new Map<string, number>();
  readonly #down = new Spells();
  readonly #link = new Spells();
  /** By machine, and then by the cartridge's number. */
  readonly #unknown = new Map<string, Map<number, number>>();
  #overrides = 0;

  wants(source: string, kind: string): boolean {
    const part = partOf(source);
    if (kind === 'state') return part === 'session';
    if (kind === 'refused') return part === 'session';
    if (kind === 'override') return part === 'override';
    return kind === 'count' || kind === 'link-lost' || kind === 'link-restored';
  }

  add(entry: TraceEntry): void {
    const { kind, source, t_us } = entry;
    if (kind === 'state') this.#down.is(source, textOf(entry, 'is').startsWith('outOfService'), t_us);
    else if (kind === 'refused') addTo(this.#refused, textOf(entry, 'reason'), 1);
    else if (kind === 'count') this.#counted(source, numberOf(entry, 'cartridge'), numberOf(entry, 'unknown'));
    else if (kind === 'override') this.#overrides += 1;
    else this.#link.is(source, kind === 'link-lost', t_us);
  }

  tally(into: Tally, end_us: number): void {
    into.byPart('turned-away', this.#refused);
    into.count('machine-down', this.#down.ms(end_us));
    into.count('link-down', this.#link.ms(end_us));
    into.count('overrides', this.#overrides);
    let unknown = 0;
    for (const lanes of this.#unknown.values()) for (const packages of lanes.values()) unknown += packages;
    into.count('unknown', unknown);
  }

  #counted(machine: string, cartridge: number, packages: number): void {
    const lanes = this.#unknown.get(machine) ?? new Map<number, number>();
    lanes.set(cartridge, packages);
    this.#unknown.set(machine, lanes);
  }
}

/** The time for which something was so, over all who may be so. */
class Spells {
  readonly #since_us = new Map<string, number>();
  #sum_us = 0;

  is(source: string, holds: boolean, t_us: number): void {
    const since_us = this.#since_us.get(source);
    if (holds && since_us === undefined) this.#since_us.set(source, t_us);
    if (holds || since_us === undefined) return;
    this.#sum_us += t_us - since_us;
    this.#since_us.delete(source);
  }

  ms(end_us: number): number {
    let sum_us = this.#sum_us;
    for (const since_us of this.#since_us.values()) sum_us += Math.max(0, end_us - since_us);
    return Math.floor(sum_us / 1000);
  }
}
