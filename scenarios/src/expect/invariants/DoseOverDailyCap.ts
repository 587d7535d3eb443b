import { localTime, type TraceEntry } from '@dosetwin/twin';
import { counted } from '../../phrase/counted.js';
import type { ExpectationContext, PersonFacts } from '../ExpectationContext.js';
import { DoseLedger, type GivenDose } from './DoseLedger.js';
import type { Breach, Invariant } from './Invariant.js';
import { windowOf } from './windowOf.js';

/** A dose belongs to the local day on which its window opened, or to the day of the clock outside every window. */
export class DoseOverDailyCap implements Invariant {
  readonly #ledger = new DoseLedger();
  #doses = 0;

  constructor(readonly context: ExpectationContext) {}

  add(entry: TraceEntry, index: number): Breach | null {
    const dose = this.#ledger.add(entry, index);
    const person = dose && this.context.people.get(dose.person);
    if (!dose || !person) return null;
    this.#doses += 1;
    this.#ledger.keep(dose);
    const day = this.#dayOf(person, dose);
    const sameDay = this.#ledger.of(dose.person).filter((other) => this.#dayOf(person, other) === day);
    if (sameDay.length <= person.dailyCap) return null;
    const says = `${dose.person} was given ${counted(sameDay.length, 'package')} in a day; the daily cap is ${person.dailyCap}`;
    return { evidence: sameDay.flatMap(({ evidence }) => evidence), says };
  }

  looked(): string {
    return `${counted(this.#doses, 'dose')} given, no day over its cap`;
  }

  #dayOf(person: PersonFacts, { authorised_us }: GivenDose): number {
    const at_us = this.context.epoch_us + authorised_us;
    return windowOf(person, at_us)?.openedOn ?? localTime(person.zone, at_us).dayNumber;
  }
}
