import type { TraceEntry } from '@dosetwin/twin';
import type { Fold } from './Fold.js';
import { flagOf, textOf } from './fieldsOf.js';
import { inCodeUnitOrder } from './inCodeUnitOrder.js';
import type { DoseMeasures } from './Measures.js';

type Standing = 'notYetCome' | 'waiting' | 'served' | 'leftWithout' | 'didNotCome';

/** One dose: a window of one person, and what has become of it so far. */
interface Dose {
  standing: Standing;
  cause: string;
}

/** What became of every window that began. Who left without and came back has the latest standing; served stays served. */
export class DoseFold implements Fold<DoseMeasures> {
  readonly kinds = ['due', 'came', 'served', 'left-without', 'did-not-come'];
  #doses = new Map<string, Dose>();
  /** Doses whose window was announced again under the same name, a day later say: their standing is final. */
  #closed: Dose[] = [];
  /** Visits that began before their window did. */
  #early = new Set<string>();
  #came = 0;
  #cameInWindow = 0;

  add(entry: TraceEntry): void {
    const name = `${entry.source}\n${textOf(entry, 'window')}`;
    if (entry.kind === 'due') return this.#begin(name);
    if (entry.kind === 'came') {
      this.#came += 1;
      if (flagOf(entry, 'in_window')) this.#cameInWindow += 1;
    }
    const dose = this.#doses.get(name);
    if (!dose) {
      if (entry.kind === 'came') this.#early.add(name);
      else this.#early.delete(name);
    } else if (dose.standing !== 'served') {
      dose.standing = STANDINGS[entry.kind] ?? dose.standing;
      dose.cause = textOf(entry, 'cause');
    }
  }

  result(): DoseMeasures {
    const all = [...this.#closed, ...this.#doses.values()];
    const count = (standing: Standing) => all.filter((dose) => dose.standing === standing).length;
    return {
      due: all.length,
      didNotCome: count('didNotCome'),
      served: count('served'),
      leftWithout: count('leftWithout'),
      leftWithoutBy: byCause(all.filter((dose) => dose.standing === 'leftWithout')),
      waiting: count('waiting'),
      notYetCome: count('notYetCome'),
      came: this.#came,
      cameInWindow: this.#cameInWindow,
    };
  }

  #begin(name: string): void {
    const earlier = this.#doses.get(name);
    if (earlier) this.#closed.push(earlier);
    this.#doses.set(name, { standing: this.#early.has(name) ? 'waiting' : 'notYetCome', cause: '' });
    this.#early.delete(name);
  }
}

const STANDINGS: Readonly<Record<string, Standing>> = {
  came: 'waiting',
  served: 'served',
  'left-without': 'leftWithout',
  'did-not-come': 'didNotCome',
};

function byCause(doses: readonly Dose[]): { cause: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { cause } of doses) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  return [...counts].map(([cause, count]) => ({ cause, count })).sort((a, b) => inCodeUnitOrder(a.cause, b.cause));
}
