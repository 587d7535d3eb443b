import type { TraceEntry } from '@dosetwin/twin';
import { ownerOf } from '../../measures/address.js';
import { numberOf, textOf } from '../../measures/fieldsOf.js';
import { counted } from '../../phrase/counted.js';
import type { ExpectationContext } from '../ExpectationContext.js';
import { DoseLedger } from './DoseLedger.js';
import type { Breach, Invariant } from './Invariant.js';

/** Each cartridge holds one person's packages, as the scenario or the programme gave it, and gives them to nobody else. */
export class DoseToAnother implements Invariant {
  readonly #ledger = new DoseLedger();
  readonly #holders: Map<string, string>;
  #doses = 0;

  constructor(context: ExpectationContext) {
    this.#holders = new Map([...context.people].map(([id, { machine, cartridge }]) => [`${machine}/${cartridge}`, id]));
  }

  add(entry: TraceEntry, index: number): Breach | null {
    this.#follow(entry);
    const dose = this.#ledger.add(entry, index);
    if (!dose) return null;
    this.#doses += 1;
    const holder = this.#holders.get(`${dose.machine}/${dose.cartridge}`);
    if (holder === undefined || holder === dose.person) return null;
    const says = `${dose.person} was given a package from cartridge ${dose.cartridge} of ${dose.machine}, which is ${holder}'s`;
    return { evidence: dose.evidence, says };
  }

  /** Cartridges change hands while a programme runs. */
  #follow(entry: TraceEntry): void {
    if (entry.kind !== 'cartridge-given' && entry.kind !== 'cartridge-freed') return;
    const lane = `${ownerOf(entry.source)}/${numberOf(entry, 'cartridge')}`;
    if (entry.kind === 'cartridge-given') this.#holders.set(lane, textOf(entry, 'person'));
    else this.#holders.delete(lane);
  }

  looked(): string {
    return `${counted(this.#doses, 'dose')} given, each from the person's own cartridge`;
  }
}
