import type { TraceEntry } from '@dosetwin/twin';
import { counted } from '../../phrase/counted.js';
import type { ExpectationContext } from '../ExpectationContext.js';
import { DoseLedger } from './DoseLedger.js';
import type { Breach, Invariant } from './Invariant.js';
import { windowOf } from './windowOf.js';

/** Judged at the moment of authorising: a package that drops seconds after the window's end was right. */
export class DoseOutsideWindow implements Invariant {
  readonly #ledger = new DoseLedger();
  #doses = 0;

  constructor(readonly context: ExpectationContext) {}

  add(entry: TraceEntry, index: number): Breach | null {
    const dose = this.#ledger.add(entry, index);
    const person = dose && this.context.people.get(dose.person);
    if (!dose || !person) return null;
    this.#doses += 1;
    if (windowOf(person, this.context.epoch_us + dose.authorised_us)) return null;
    return {
      evidence: dose.evidence,
      says: `order ${dose.order} of ${dose.machine} was given to ${dose.person} outside every window`,
    };
  }

  looked(): string {
    return `${counted(this.#doses, 'dose')} given, each inside a window`;
  }
}
