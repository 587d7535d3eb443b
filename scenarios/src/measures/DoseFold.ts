import type { TraceEntry } from '@dosetwin/twin';
import type { Fold } from './Fold.js';
import { flagOf, textOf } from './fieldsOf.js';
import { inCodeUnitOrder } from './inCodeUnitOrder.js';
import type { DoseMeasures } from './Measures.js';

type Standing = 'notYetCome' | 'waiting' | 'served' | 'leftWithout' | 'didNotCome';

/** One dose: a window of one person, and what has become of it so far. */
interface Dose {
  /** The window began within the run; who comes before that has a standing, but counts only then. */
  isDue: boolean;
  standing: Standing;
  cause: string;
}

/** What became of every window that began. Who left without and came back has the latest standing; served stays served. */
export class DoseFold implements Fold<DoseMeasures> {
  readonly kinds = ['due', 'came', 'served', 'left-without', 'did-not-come'];
  readonly #doses = new Map<string, Dose>();
  #came = 0;
  #cameInWindow = 0;

  add(entry: TraceEntry): void {
    if (entry.kind === 'came') {
      this.#came += 1;
      if (flagOf(entry, 'in_window')) this.#cameInWindow += 1;
    }
    const dose = this.#doseOf(`${entry.source}\n${textOf(entry, 'window')}`);
    if (entry.kind === 'due') dose.isDue = true;
    else if (dose.standing !== 'served') {
      dose.standing = STANDINGS[entry.kind] ?? dose.standing;
      dose.cause = textOf(entry, 'cause');
    }
  }

  result(): DoseMeasures {
    const due = [...this.#doses.values()].filter(({ isDue }) => isDue);
    const count = (standing: Standing) => due.filter((dose) => dose.standing === standing).length;
    return {
      due: due.length,
      didNotCome: count('didNotCome'),
      served: count('served'),
      leftWithout: count('leftWithout'),
      leftWithoutBy: byCause(due.filter((dose) => dose.standing === 'leftWithout')),
      waiting: count('waiting'),
      notYetCome: count('notYetCome'),
      came: this.#came,
      cameInWindow: this.#cameInWindow,
    };
  }

  /** A person's windows are numbered through the whole run, so that a name stands for one dose. */
  #doseOf(name: string): Dose {
    const known = this.#doses.get(name);
    if (known) return known;
    const dose: Dose = { isDue: false, standing: 'notYetCome', cause: '' };
    this.#doses.set(name, dose);
    return dose;
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
