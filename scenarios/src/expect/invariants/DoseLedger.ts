import type { TraceEntry } from '@dosetwin/twin';
import { ownerOf, partOf } from '../../measures/address.js';
import { numberOf, textOf } from '../../measures/fieldsOf.js';

/** A dose that was seen to drop, with the moment at which it was authorised: that is when a prescription is asked. */
export interface GivenDose {
  readonly person: string;
  readonly machine: string;
  readonly order: number;
  readonly cartridge: number;
  readonly authorised_us: number;
  /** Entries that show it: the authorising, where there was one, and the giving. */
  readonly evidence: readonly number[];
}

/** Ends of a visit after which a dose that dropped was not had: it lies behind a flap that does not open, or nobody took it. */
const TAKES_BACK: readonly string[] = ['jam', 'dose-not-taken'];

/** Keeps who was given what. A dose that its person did not get is taken back, as the authoriser does it, and does not count. */
export class DoseLedger {
  readonly #authorised = new Map<string, { readonly t_us: number; readonly index: number }>();
  readonly #doses = new Map<string, GivenDose[]>();

  /** The dose that this entry gives, if it does. It stands in the ledger from the next entry on. */
  add(entry: TraceEntry, index: number): GivenDose | null {
    if (partOf(entry.source) !== 'session') return null;
    const machine = ownerOf(entry.source);
    const name = `${machine}\n${numberOf(entry, 'order')}`;
    if (entry.kind === 'authorised') this.#authorised.set(name, { t_us: entry.t_us, index });
    else if (TAKES_BACK.includes(entry.kind)) this.#takeBack(machine, entry);
    if (entry.kind !== 'dose-given') return null;
    const authorised = this.#authorised.get(name);
    this.#authorised.delete(name);
    return {
      person: textOf(entry, 'person'),
      machine,
      order: numberOf(entry, 'order'),
      cartridge: numberOf(entry, 'cartridge'),
      authorised_us: authorised?.t_us ?? entry.t_us,
      evidence: authorised ? [authorised.index, index] : [index],
    };
  }

  /** What a person was given so far, the latest last. */
  of(person: string): readonly GivenDose[] {
    return this.#doses.get(person) ?? [];
  }

  keep(dose: GivenDose): void {
    this.#doses.set(dose.person, [...this.of(dose.person), dose]);
  }

  #takeBack(machine: string, entry: TraceEntry): void {
    const person = textOf(entry, 'person');
    const order = numberOf(entry, 'order');
    const kept = this.of(person).filter((dose) => dose.machine !== machine || dose.order !== order);
    this.#doses.set(person, kept);
  }
}
