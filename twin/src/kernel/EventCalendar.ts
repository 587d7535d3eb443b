/** Numbers the items in the order in which they were added; it never names another. */
export type Ticket = number;

/** Where an item lies while it is pending; once it is taken or removed, another may lie there. */
export type Slot = number;

/** What waits, and for whom (`A`: its address, or what stands for it); `key` names a timer of the address, `null` a message. */
export interface Pending<E, A = string> {
  readonly address: A;
  readonly key: string | null;
  readonly event: E;
}

export interface CalendarItem<E, A = string> {
  readonly t_us: number;
  readonly ticket: Ticket;
  readonly value: Pending<E, A>;
}

const FIRST_CAPACITY = 64;
const NOWHERE = -1;
/** The place of what waits in the line and not in the heap. */
const IN_LINE = -2;
/** No slot. */
export const NO_SLOT: Slot = -1;

/**
 * The future, ordered by time and then by the order of adding (SPEC K2): an indexed binary heap over typed arrays, so that
 * a cancelled timer leaves at once, memory does not grow with timers that never fire, and an event costs no object.
 */
export class EventCalendar<E, A = string> {
  /** The heap, by place: when, in which order added, and in which slot the rest lies. */
  #times = new Float64Array(FIRST_CAPACITY);
  #tickets = new Float64Array(FIRST_CAPACITY);
  #slots = new Int32Array(FIRST_CAPACITY);
  /** By slot: its place in the heap. */
  #places = new Int32Array(FIRST_CAPACITY).fill(NOWHERE);
  readonly #addresses: A[] = [];
  readonly #keys: (string | null)[] = [];
  readonly #events: (E | null)[] = [];
  readonly #free: Slot[] = [];
  #size = 0;
  /** Messages for the instant at which they were sent, in their order: most there are, and they need no heap. What lies beyond `#lineTo` is over. */
  readonly #line: Slot[] = [];
  readonly #lineTickets: Ticket[] = [];
  #lineFrom = 0;
  #lineTo = 0;
  #line_us = 0;
  #next: Ticket;

  constructor(nextTicket: Ticket = 0) {
    this.#next = nextTicket;
  }

  get size(): number {
    return this.#size + this.#lineTo - this.#lineFrom;
  }

  /** The ticket that the next item will get; part of a checkpoint, so that ties keep their order after it. */
  get nextTicket(): Ticket {
    return this.#next;
  }

  /** When the first item is due; infinity when nothing is pending. */
  get first_us(): number {
    // What stands in line is for an instant before which nothing is due.
    if (this.#lineFrom < this.#lineTo) return this.#line_us;
    return this.#size === 0 ? Number.POSITIVE_INFINITY : (this.#times[0] as number);
  }

  /** The slot of the first item, or `NO_SLOT`. */
  get first(): Slot {
    if (this.#lineFrom === this.#lineTo) return this.#size === 0 ? NO_SLOT : (this.#slots[0] as number);
    const heapIsFirst =
      this.#size > 0 &&
      (this.#times[0] as number) <= this.#line_us &&
      (this.#tickets[0] as number) < (this.#lineTickets[this.#lineFrom] as number);
    return (heapIsFirst ? this.#slots[0] : this.#line[this.#lineFrom]) as number;
  }

  addressOf(slot: Slot): A {
    return this.#addresses[slot] as A;
  }

  keyOf(slot: Slot): string | null {
    return this.#keys[slot] as string | null;
  }

  eventOf(slot: Slot): E {
    return this.#events[slot] as E;
  }

  /** Its ticket is the one before `nextTicket`. */
  add(t_us: number, address: A, key: string | null, event: E): Slot {
    return this.#insert(t_us, this.#next++, address, key, event);
  }

  /** A message for the instant that is now, before which nothing is due any more. */
  addNow(now_us: number, address: A, event: E): Slot {
    const slot = this.#slotFor(address, null, event);
    this.#line_us = now_us;
    this.#line[this.#lineTo] = slot;
    this.#lineTickets[this.#lineTo++] = this.#next++;
    this.#placeInLine(slot);
    return slot;
  }

  /** Puts back an item of a checkpoint under its own ticket. */
  restore({ t_us, ticket, value }: CalendarItem<E, A>): Slot {
    return this.#insert(t_us, ticket, value.address, value.key, value.event);
  }

  /** Takes a pending item out, the first one or any other. */
  remove(slot: Slot): void {
    const place = this.#places[slot] as number;
    this.#places[slot] = NOWHERE;
    this.#events[slot] = null;
    this.#free.push(slot);
    if (place === IN_LINE) return this.#leaveLine(slot);
    const last = --this.#size;
    if (place === last) return;
    const time = this.#times[last] as number;
    const ticket = this.#tickets[last] as number;
    const moved = this.#slots[last] as number;
    if (this.#sink(place, time, ticket, moved) === place) this.#rise(place, time, ticket, moved);
  }

  /** The slot of a ticket that is still pending, or `NO_SLOT`. Looks at all that is pending. */
  slotOf(ticket: Ticket): Slot {
    for (let place = 0; place < this.#size; place++) if (this.#tickets[place] === ticket) return this.#slots[place] as number;
    for (let at = this.#lineFrom; at < this.#lineTo; at++) if (this.#lineTickets[at] === ticket) return this.#line[at] as number;
    return NO_SLOT;
  }

  /** All pending items in the order in which they would be taken. */
  pending(): CalendarItem<E, A>[] {
    const items = Array.from({ length: this.#size }, (_, place): CalendarItem<E, A> => {
      const slot = this.#slots[place] as number;
      const value = { address: this.addressOf(slot), key: this.keyOf(slot), event: this.eventOf(slot) };
      return { t_us: this.#times[place] as number, ticket: this.#tickets[place] as number, value };
    });
    for (let at = this.#lineFrom; at < this.#lineTo; at++) {
      const slot = this.#line[at] as number;
      const value = { address: this.addressOf(slot), key: null, event: this.eventOf(slot) };
      items.push({ t_us: this.#line_us, ticket: this.#lineTickets[at] as number, value });
    }
    return items.sort((a, b) => a.t_us - b.t_us || a.ticket - b.ticket);
  }

  #insert(t_us: number, ticket: Ticket, address: A, key: string | null, event: E): Slot {
    const slot = this.#slotFor(address, key, event);
    while (slot >= this.#places.length || this.#size >= this.#times.length) this.#grow();
    this.#rise(this.#size++, t_us, ticket, slot);
    return slot;
  }

  #slotFor(address: A, key: string | null, event: E): Slot {
    const slot = this.#free.pop() ?? this.#addresses.length;
    this.#addresses[slot] = address;
    this.#keys[slot] = key;
    this.#events[slot] = event;
    return slot;
  }

  #placeInLine(slot: Slot): void {
    while (slot >= this.#places.length) this.#grow();
    this.#places[slot] = IN_LINE;
  }

  #leaveLine(slot: Slot): void {
    if (this.#line[this.#lineFrom] === slot) this.#lineFrom += 1;
    else {
      const at = this.#line.indexOf(slot, this.#lineFrom);
      this.#line.splice(at, 1);
      this.#lineTickets.splice(at, 1);
      this.#lineTo -= 1;
    }
    if (this.#lineFrom < this.#lineTo) return;
    this.#lineFrom = 0;
    this.#lineTo = 0;
  }

  #grow(): void {
    const capacity = 2 * this.#times.length;
    const [times, tickets] = [new Float64Array(capacity), new Float64Array(capacity)];
    const [slots, places] = [new Int32Array(capacity), new Int32Array(capacity).fill(NOWHERE)];
    times.set(this.#times);
    tickets.set(this.#tickets);
    slots.set(this.#slots);
    places.set(this.#places);
    [this.#times, this.#tickets, this.#slots, this.#places] = [times, tickets, slots, places];
  }

  #rise(from: number, time: number, ticket: Ticket, slot: Slot): void {
    const times = this.#times;
    const tickets = this.#tickets;
    let at = from;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const above = times[up] as number;
      if (above < time || (above === time && (tickets[up] as number) < ticket)) break;
      this.#move(up, at);
      at = up;
    }
    this.#put(at, time, ticket, slot);
  }

  #sink(from: number, time: number, ticket: Ticket, slot: Slot): number {
    const times = this.#times;
    const tickets = this.#tickets;
    const size = this.#size;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      const other = child + 1;
      if (other < size) {
        const a = times[child] as number;
        const b = times[other] as number;
        if (b < a || (b === a && (tickets[other] as number) < (tickets[child] as number))) child = other;
      }
      const below = times[child] as number;
      if (below > time || (below === time && (tickets[child] as number) > ticket)) break;
      this.#move(child, at);
      at = child;
    }
    this.#put(at, time, ticket, slot);
    return at;
  }

  #move(from: number, to: number): void {
    const slot = this.#slots[from] as number;
    this.#times[to] = this.#times[from] as number;
    this.#tickets[to] = this.#tickets[from] as number;
    this.#slots[to] = slot;
    this.#places[slot] = to;
  }

  #put(place: number, time: number, ticket: Ticket, slot: Slot): void {
    this.#times[place] = time;
    this.#tickets[place] = ticket;
    this.#slots[place] = slot;
    this.#places[slot] = place;
  }
}
