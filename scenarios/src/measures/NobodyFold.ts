import type { TraceEntry } from '@dosetwin/twin';
import { ownerOf, partOf } from './address.js';
import type { Fold } from './Fold.js';
import { flagOf, textOf } from './fieldsOf.js';
import type { NobodyMeasures } from './Measures.js';
import { msBetween } from './msBetween.js';

type Answers = Map<string, { readonly contact: string; readonly answer: string; readonly reason: string }>;
interface Spell {
  readonly machine: string;
  readonly from_us: number;
  readonly because: NobodyMeasures['because'];
  to_us: number | null;
}

/** The spells in which the whole chain had been asked and nobody was on the way or helping. */
export class NobodyFold implements Fold<readonly NobodyMeasures[]> {
  readonly kinds = ['nobody-free', 'answered', 'set-off', 'remote-recovery', 'door-opened', 'cleared'];
  #spells: Spell[] = [];
  #open = new Map<string, Spell>();
  /** The latest answer of each contact, by machine, since its last jam was cleared. */
  #answers = new Map<string, Answers>();

  add(entry: TraceEntry): void {
    const { kind } = entry;
    if (partOf(entry.source) === 'ticket') {
      const machine = ownerOf(entry.source);
      if (kind === 'nobody-free') this.#begin(machine, entry.t_us);
      else this.#end(machine, entry.t_us);
      if (kind === 'cleared') this.#answers.delete(machine);
      return;
    }
    const machine = textOf(entry, 'machine');
    if (kind === 'answered') this.#answer(machine, entry);
    else if (kind === 'set-off' || flagOf(entry, 'freed')) this.#end(machine, entry.t_us);
  }

  result(end_us: number): readonly NobodyMeasures[] {
    return this.#spells.map(({ machine, from_us, to_us, because }) => {
      return { machine, from_us, to_us, ms: Math.max(0, msBetween(from_us, to_us ?? end_us)), because };
    });
  }

  #begin(machine: string, from_us: number): void {
    if (this.#open.has(machine)) return;
    const because = [...(this.#answers.get(machine)?.values() ?? [])];
    const spell: Spell = { machine, from_us, because, to_us: null };
    this.#spells.push(spell);
    this.#open.set(machine, spell);
  }

  #end(machine: string, t_us: number): void {
    const spell = this.#open.get(machine);
    if (!spell) return;
    spell.to_us = t_us;
    this.#open.delete(machine);
  }

  #answer(machine: string, entry: TraceEntry): void {
    const answer = textOf(entry, 'answer');
    const answers: Answers = this.#answers.get(machine) ?? new Map();
    this.#answers.set(machine, answers);
    answers.set(entry.source, { contact: entry.source, answer, reason: textOf(entry, 'reason') });
    if (answer === 'coming' || answer === 'helping-remotely') this.#end(machine, entry.t_us);
  }
}
