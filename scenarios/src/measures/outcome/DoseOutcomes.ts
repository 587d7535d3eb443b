import type { TraceEntry } from '@dosetwin/twin';
import { numberOf, textOf } from '../fieldsOf.js';
import type { OutcomePart } from './OutcomePart.js';
import { addTo, type Tally } from './Tally.js';

type Standing = 'open' | 'waiting' | 'served' | 'left-without' | 'did-not-come';

interface Dose {
  isDue: boolean;
  standing: Standing;
  cause: string;
}

/** Windows of one person that may still change; older ones are settled, and only counted. */
const WINDOWS_KEPT = 16;
const KINDS = new Set(['due', 'came', 'served', 'left-without', 'did-not-come']);

/** What became of every window that began: the latest standing counts, and served stays served. */
export class DoseOutcomes implements OutcomePart {
  /** By person, then by window. */
  readonly #open = new Map<string, Map<number, Dose>>();
  readonly #settled = { due: 0, open: 0, waiting: 0, served: 0, 'left-without': 0, 'did-not-come': 0 };
  readonly #causes = new Map<string, number>();
  readonly #waits = { served: { sum_us: 0, count: 0 }, left: { sum_us: 0, count: 0 } };
  #visits = 0;

  wants(_source: string, kind: string): boolean {
    return KINDS.has(kind);
  }

  add(entry: TraceEntry): void {
    const dose = this.#doseOf(entry.source, numberOf(entry, 'window'));
    const { kind } = entry;
    if (kind === 'due') dose.isDue = true;
    else if (kind === 'came') {
      this.#visits += 1;
      stand(dose, 'waiting');
    } else if (kind === 'served') {
      addWait(this.#waits.served, entry);
      stand(dose, 'served');
    } else if (kind === 'left-without') {
      addWait(this.#waits.left, entry);
      stand(dose, 'left-without', textOf(entry, 'cause'));
    } else stand(dose, 'did-not-come');
  }

  tally(into: Tally): void {
    const sums = { ...this.#settled };
    const causes = new Map(this.#causes);
    for (const doses of this.#open.values()) for (const dose of doses.values()) settle(dose, sums, causes);
    into.count('due', sums.due);
    into.count('did-not-come', sums['did-not-come']);
    into.count('served', sums.served);
    into.byPart('left-without', causes);
    into.count('open-at-end', sums.open + sums.waiting);
    into.count('visits', this.#visits);
    into.mean('wait-served', this.#waits.served.sum_us, this.#waits.served.count);
    into.mean('wait-left', this.#waits.left.sum_us, this.#waits.left.count);
  }

  #doseOf(person: string, window: number): Dose {
    let doses = this.#open.get(person);
    if (!doses) {
      doses = new Map();
      this.#open.set(person, doses);
    }
    let dose = doses.get(window);
    if (!dose) {
      dose = { isDue: false, standing: 'open', cause: '' };
      doses.set(window, dose);
      if (doses.size > WINDOWS_KEPT) this.#settleOldest(doses);
    }
    return dose;
  }

  /** A map gives its keys in the order in which they came, so the first is the oldest. */
  #settleOldest(doses: Map<number, Dose>): void {
    const [oldest] = doses;
    if (!oldest) return;
    settle(oldest[1], this.#settled, this.#causes);
    doses.delete(oldest[0]);
  }
}

function stand(dose: Dose, standing: Standing, cause = ''): void {
  if (dose.standing === 'served') return;
  dose.standing = standing;
  dose.cause = cause;
}

function settle(dose: Dose, sums: Record<Standing | 'due', number>, causes: Map<string, number>): void {
  if (!dose.isDue) return;
  sums.due += 1;
  sums[dose.standing] += 1;
  if (dose.standing === 'left-without') addTo(causes, dose.cause, 1);
}

function addWait(wait: { sum_us: number; count: number }, entry: TraceEntry): void {
  wait.sum_us += numberOf(entry, 'waited_us');
  wait.count += 1;
}
