import { OTHER_EVENT, type TableEvent } from '../ChartTable.js';
import { isUnder } from './eventDescriptor.js';

/** A word that no chart uses, to ask what an event would do that nobody named. */
const UNHEARD_OF = '\u0001';

/** Gives events their numbers, and finds the number of any event name, named or not. */
export class EventNumbers {
  readonly events: readonly TableEvent[];
  readonly #byName: ReadonlyMap<string, number>;
  /** Longest first. */
  readonly #prefixes: readonly { readonly prefix: string; readonly number: number }[];

  constructor(events: readonly TableEvent[]) {
    this.events = events;
    this.#byName = new Map(
      events.flatMap(({ kind, name }, number) => (kind === 'other' || kind === 'prefix' ? [] : [[name, number] as const])),
    );
    this.#prefixes = events.flatMap(({ kind, name }, number) => (kind === 'prefix' ? [{ prefix: name, number }] : [])).reverse();
  }

  /** Shorter prefixes first, so that they are looked up from the end. */
  static of(prefixes: Iterable<string>, named: Iterable<readonly [string, TableEvent['kind']]>): EventNumbers {
    const sorted = [...new Set(prefixes)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    return new EventNumbers([
      { name: '*', kind: 'other' },
      ...sorted.map((name) => ({ name, kind: 'prefix' as const })),
      ...[...new Map(named)].map(([name, kind]) => ({ name, kind })),
    ]);
  }

  numberOf(name: string): number {
    const number = this.#byName.get(name);
    if (number !== undefined) return number;
    for (const { prefix, number } of this.#prefixes) if (isUnder(name, prefix)) return number;
    return OTHER_EVENT;
  }

  /** An event name that has this number. */
  exampleOf(number: number): string {
    const event = this.events[number] as TableEvent;
    if (event.kind === 'other') return UNHEARD_OF;
    return event.kind === 'prefix' ? `${event.name}.${UNHEARD_OF}` : event.name;
  }
}
