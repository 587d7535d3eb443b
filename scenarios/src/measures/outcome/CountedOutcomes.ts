import type { TraceEntry } from '@dosetwin/twin';
import { partOf } from '../address.js';
import { numberOf, textOf } from '../fieldsOf.js';
import type { OutcomePart } from './OutcomePart.js';
import { addTo, type Tally } from './Tally.js';

interface Counted {
  /** The measure; `null` for an entry that only adds an amount. */
  readonly name: string | null;
  /** What it is counted by: a key of the payload, or a fixed word; left out: not by anything. */
  readonly by?: string;
  readonly as?: string;
  /** A measure to which an amount of the payload is added, in microseconds (`us`) or as it stands. */
  readonly adds?: {
    readonly name: string;
    readonly key: string;
    readonly part?: string;
    readonly by?: string;
    readonly us?: true;
  };
}

/** Entries of which each is one of something. */
const COUNTED: Readonly<Record<string, Counted>> = {
  'kept-away': { name: 'kept-away', by: 'because' },
  'not-opened': { name: 'not-opened' },
  'went-elsewhere': { name: 'went-elsewhere', adds: { name: 'distance', key: 'distance_m', part: 'people' } },
  'turned-away': { name: 'not-admitted', by: 'rule' },
  'taken-on': { name: 'taken-on' },
  'first-dose': { name: 'first-dose' },
  'registration-failed': { name: 'registration-failed' },
  'left-for-pharmacy': { name: 'left-programme', as: 'pharmacy' },
  evicted: { name: 'left-programme', as: 'evicted' },
  moved: { name: 'left-programme', as: 'moved' },
  lapsed: { name: 'left-programme', as: 'prescription lapsed' },
  returned: { name: 'returned' },
  'others-collected': { name: 'others-collected', by: 'how' },
  'others-left': { name: 'others-left', by: 'how' },
  witnessed: { name: 'staff-contacts', as: 'witnessed dose', adds: { name: 'time', key: 'stays_us', part: 'witness', us: true } },
  saw: { name: 'staff-contacts', by: 'what', adds: { name: 'time', key: 'took_us', part: 'prescriber', us: true } },
  'met-staff': { name: 'staff-contacts', as: 'talk' },
  'met-nobody': { name: 'met-nobody', by: 'reason' },
  'looked-up': { name: 'look-ups', by: 'where', adds: { name: 'look-up-time', key: 'took_us', by: 'role', us: true } },
  screen: { name: 'screens' },
  'restock-missed': { name: 'restock-missed', by: 'cause' },
  'part-ordered': { name: 'parts' },
  restocked: { name: 'restocked' },
  expired: { name: null, adds: { name: 'expired', key: 'packages' } },
  'restock-withdrawn': { name: 'restock-missed', as: 'withdrawn' },
  'pharmacy-paid': { name: null, adds: { name: 'pharmacy-income', key: 'paid_cents', by: 'what' } },
  'pharmacist-worked': { name: null, adds: { name: 'pharmacist-time', key: 'took_us', by: 'at', us: true } },
  'guard-stopped': { name: 'guard-stopped', by: 'cause' },
  'power-lost': { name: 'power-lost' },
  'controller-reset': { name: 'controller-resets' },
  opening: { name: 'openings', by: 'why' },
  'opening-refused': { name: 'openings-refused', by: 'role' },
  'update-not-reached': { name: 'updates', as: 'not reached' },
  'update-failed': { name: 'updates', as: 'failed' },
  'update-rolled-back': { name: 'updates', as: 'rolled back' },
  'update-given-up': { name: 'updates', as: 'given up' },
  'update-applied': { name: 'updates', as: 'applied' },
};

/** Kinds that are counted only where this part of the house says them. */
const ONLY_FROM: Readonly<Record<string, string>> = { opening: 'doorkeeper', 'opening-refused': 'doorkeeper' };

/** What the programme, its supply and its guards did, counted entry by entry. Measures of which a run has none are left out. */
export class CountedOutcomes implements OutcomePart {
  readonly #sums = new Map<string, Map<string, number>>();

  wants(source: string, kind: string): boolean {
    if (!Object.hasOwn(COUNTED, kind)) return false;
    const part = ONLY_FROM[kind];
    return part === undefined || partOf(source) === part;
  }

  add(entry: TraceEntry): void {
    const counted = COUNTED[entry.kind];
    if (counted === undefined) return;
    const { name, by, as = '', adds } = counted;
    if (name !== null) addTo(this.#of(name), by === undefined ? as : textOf(entry, by), 1);
    if (adds)
      addTo(
        this.#of(adds.name),
        adds.by === undefined ? (adds.part ?? '') : textOf(entry, adds.by),
        numberOf(entry, adds.key) / (adds.us ? 1000 : 1),
      );
  }

  tally(into: Tally): void {
    for (const [name, parts] of this.#sums) {
      for (const [part, value] of parts) {
        const whole = Math.floor(value);
        into.count(name, whole);
        if (part !== '') into.count(`${name}:${part}`, whole);
      }
    }
  }

  #of(name: string): Map<string, number> {
    let parts = this.#sums.get(name);
    if (!parts) {
      parts = new Map();
      this.#sums.set(name, parts);
    }
    return parts;
  }
}
