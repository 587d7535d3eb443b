/** Names one pending item; it stays valid until the item is taken or removed, and never names another. */
export type Ticket = number;

export interface CalendarItem<T> {
  readonly t_us: number;
  readonly ticket: Ticket;
  readonly value: T;
}

/**
 * The future, ordered by time and then by the order of adding (SPEC K2): an indexed binary heap, so that a cancelled
 * timer leaves at once and memory does not grow with timers that never fire.
 */
export class EventCalendar<T> {
  readonly #heap: CalendarItem<T>[] = [];
  readonly #place = new Map<Ticket, number>();
  #next: Ticket;

  constructor(nextTicket: Ticket = 0) {
    this.#next = nextTicket;
  }

  get size(): number {
    return this.#heap.length;
  }

  /** The ticket that the next item will get; part of a checkpoint, so that ties keep their order after it. */
  get nextTicket(): Ticket {
    return this.#next;
  }

  get first(): CalendarItem<T> | undefined {
    return this.#heap[0];
  }

  add(t_us: number, value: T): Ticket {
    const ticket = this.#next++;
    this.#insert({ t_us, ticket, value });
    return ticket;
  }

  /** Puts back an item of a checkpoint under its own ticket. */
  restore(item: CalendarItem<T>): void {
    this.#insert(item);
  }

  take(): CalendarItem<T> | undefined {
    const first = this.#heap[0];
    if (first) this.#removeAt(0);
    return first;
  }

  /** Whether the item was still pending. */
  remove(ticket: Ticket): boolean {
    const index = this.#place.get(ticket);
    if (index === undefined) return false;
    this.#removeAt(index);
    return true;
  }

  /** All pending items in the order in which they would be taken. */
  pending(): CalendarItem<T>[] {
    return [...this.#heap].sort((a, b) => a.t_us - b.t_us || a.ticket - b.ticket);
  }

  #insert(item: CalendarItem<T>): void {
    this.#heap.push(item);
    this.#rise(this.#heap.length - 1, item);
  }

  #removeAt(index: number): void {
    const gone = this.#heap[index] as CalendarItem<T>;
    const last = this.#heap.pop() as CalendarItem<T>;
    this.#place.delete(gone.ticket);
    if (last === gone) return;
    const settled = this.#sink(index, last);
    if (settled === index) this.#rise(index, last);
  }

  #rise(from: number, item: CalendarItem<T>): void {
    const heap = this.#heap;
    let at = from;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const parent = heap[up] as CalendarItem<T>;
      if (!before(item, parent)) break;
      this.#put(at, parent);
      at = up;
    }
    this.#put(at, item);
  }

  #sink(from: number, item: CalendarItem<T>): number {
    const heap = this.#heap;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1] as CalendarItem<T>, heap[child] as CalendarItem<T>)) child += 1;
      if (!before(heap[child] as CalendarItem<T>, item)) break;
      this.#put(at, heap[child] as CalendarItem<T>);
      at = child;
    }
    this.#put(at, item);
    return at;
  }

  #put(index: number, item: CalendarItem<T>): void {
    this.#heap[index] = item;
    this.#place.set(item.ticket, index);
  }
}

function before<T>(a: CalendarItem<T>, b: CalendarItem<T>): boolean {
  return a.t_us < b.t_us || (a.t_us === b.t_us && a.ticket < b.ticket);
}
