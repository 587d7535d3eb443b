import type { TraceEntry, WorldSpec } from '@dosetwin/twin';
import { CountedOutcomes } from './CountedOutcomes.js';
import { DoseOutcomes } from './DoseOutcomes.js';
import { DriveOutcomes } from './DriveOutcomes.js';
import { FaultOutcomes } from './FaultOutcomes.js';
import { HelpOutcomes } from './HelpOutcomes.js';
import { MachineOutcomes } from './MachineOutcomes.js';
import type { OutcomePart } from './OutcomePart.js';
import { inOutcomeOrder, type Outcomes } from './Outcomes.js';
import { SupplyOutcomes } from './SupplyOutcomes.js';
import { Tally } from './Tally.js';

/**
 * A run's outcomes, folded from its entries as they are emitted, whether the trace is kept or not. It holds a bounded amount
 * for each person, machine and contact, however long the run.
 */
export class OutcomeFold {
  readonly #parts: readonly OutcomePart[];
  /** By source and then by kind: who is shown such entries. */
  readonly #shown = new Map<string, Map<string, readonly OutcomePart[]>>();

  constructor(spec: Pick<WorldSpec, 'contacts'>) {
    const { contacts } = spec;
    this.#parts = [
      new DoseOutcomes(),
      new FaultOutcomes(),
      new HelpOutcomes(contacts),
      new MachineOutcomes(),
      new CountedOutcomes(),
      new SupplyOutcomes(contacts),
      new DriveOutcomes(contacts),
    ];
  }

  /** Whether an entry says something to it: others need not be made. */
  wants(source: string, kind: string): boolean {
    return this.#parts.some((part) => part.wants(source, kind));
  }

  add(entry: TraceEntry): void {
    for (const part of this.#partsFor(entry.source, entry.kind)) part.add(entry);
  }

  /** What the entries so far come to, if the run ends at `end_us`, microseconds since its start. Entries may follow. */
  result(end_us: number): Outcomes {
    const tally = new Tally();
    for (const part of this.#parts) part.tally(tally, end_us);
    return Object.fromEntries(Object.entries(tally.result()).sort(([a], [b]) => inOutcomeOrder(a, b)));
  }

  #partsFor(source: string, kind: string): readonly OutcomePart[] {
    let kinds = this.#shown.get(source);
    if (!kinds) {
      kinds = new Map();
      this.#shown.set(source, kinds);
    }
    let parts = kinds.get(kind);
    if (!parts) {
      parts = this.#parts.filter((part) => part.wants(source, kind));
      kinds.set(kind, parts);
    }
    return parts;
  }
}
