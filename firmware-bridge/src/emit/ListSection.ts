import type { TableCandidates } from '@dosetwin/twin';
import type { TableRow } from './TableSection.js';

const NOTHING = 0xff;

/** The lists of a table, end to end behind everything else, equal ones once. The empty list is place 0. */
export class ListSection {
  readonly rows: TableRow[] = [];
  #end: number;
  readonly #places = new Map<string, number>();

  constructor(begin: number) {
    this.#end = begin;
  }

  /** The place behind the last one. */
  get end(): number {
    return this.#end;
  }

  /** How many, then each. */
  add(items: readonly number[], comment: string): number {
    return items.length === 0 ? 0 : this.#add([items.length, ...items], comment);
  }

  /** Event, how many transitions, each; and so on; then nothing. */
  addEvents(events: readonly TableCandidates[], comment: string): number {
    if (events.length === 0) return 0;
    const bytes = events.flatMap(({ event, transitions }) => [event, transitions.length, ...transitions]);
    return this.#add([...bytes, NOTHING], comment);
  }

  #add(bytes: readonly number[], comment: string): number {
    const key = bytes.join();
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.#end;
    this.#places.set(key, place);
    this.rows.push({ comment: `${place} ${comment}`, cells: bytes });
    this.#end += bytes.length;
    return place;
  }
}
