import type { TraceEntry } from '@dosetwin/twin';
import { US_PER_MIN } from '@dosetwin/twin';
import { counted } from '../../phrase/counted.js';
import { durationInWords } from '../../phrase/durationInWords.js';
import type { ExpectationContext } from '../ExpectationContext.js';
import { DoseLedger } from './DoseLedger.js';
import type { Breach, Invariant } from './Invariant.js';

/** From one authorising to the next, the interval that was prescribed. */
export class DoseTooEarly implements Invariant {
  readonly #ledger = new DoseLedger();
  #doses = 0;

  constructor(readonly context: ExpectationContext) {}

  add(entry: TraceEntry, index: number): Breach | null {
    const dose = this.#ledger.add(entry, index);
    const person = dose && this.context.people.get(dose.person);
    if (!dose || !person) return null;
    this.#doses += 1;
    const last = this.#ledger.of(dose.person).at(-1);
    this.#ledger.keep(dose);
    if (!last) return null;
    const apart_us = dose.authorised_us - last.authorised_us;
    const least_us = person.minIntervalMin * US_PER_MIN;
    if (apart_us >= least_us) return null;
    const says = `${dose.person} was given a dose ${durationInWords(apart_us)} after the last, before ${durationInWords(least_us)} had passed`;
    return { evidence: [...last.evidence, ...dose.evidence].sort((a, b) => a - b), says };
  }

  looked(): string {
    return `${counted(this.#doses, 'dose')} given, none too early`;
  }
}
