import { type CalendarItem, EventCalendar, NO_SLOT, type Slot, type Ticket } from './EventCalendar.js';
import { RandomStream } from './random.js';
import { type Level, type Payload, type PayloadValue, TraceChain, type TraceDigests, type TraceEntry } from './trace.js';

/** A message between components: a name and plain arguments, so that every pending one can stand in a checkpoint. */
export interface KernelEvent {
  readonly type: string;
  readonly [argument: string]: PayloadValue;
}

/** Plain data, as JSON knows it; what a component keeps in a checkpoint. */
export type Saved = null | boolean | number | string | readonly Saved[] | { readonly [key: string]: Saved };

/** Whoever receives events: a chart's component, a part, a controller. */
export interface Component {
  handle(event: KernelEvent): void;
  save(): Saved;
  restore(saved: Saved): void;
}

/** All that a run needs to go on from an instant, as plain data. Made for the same seed and the same world only. */
export interface KernelCheckpoint {
  readonly now_us: number;
  readonly steps: number;
  readonly nextTicket: Ticket;
  readonly pending: readonly CalendarItem<KernelEvent>[];
  readonly draws: Readonly<Record<string, number>>;
  readonly entries: number;
  readonly digests: TraceDigests;
  readonly components: Readonly<Record<string, Saved>>;
}

/**
 * What a kernel knows of an address, and of its own making alone. Whoever sends to the same address at every event, or records from
 * it, keeps its place: to look an address up by its name costs as much as the sending.
 */
export interface Place {
  readonly address: string;
  /** Who stands there and at which level; `null` before anybody is registered. */
  registered: { readonly level: Level; readonly component: Component } | null;
  /** By key: where a timer lies that is pending. */
  readonly timers: Map<string, Slot>;
  /** By kind, whether somebody wants such entries from here: as far as it was asked. */
  readonly wanted: Map<string, boolean>;
}

const SEPARATOR = '\n';
/** A run that makes this many events without time passing has a circle in it. */
const MAX_EVENTS_AT_ONE_INSTANT = 100_000;

export interface KernelOptions {
  /** All luck comes from it: a whole number from 0 to 9007199254740991. */
  readonly seed: number;
  readonly onEntry?: (entry: TraceEntry) => void;
  /**
   * Given when nobody keeps the trace: only entries for which it says yes are made and told to `onEntry`, and no digest of
   * the trace is. Asked once for each source and kind. Everything else happens as it would.
   */
  readonly wants?: (source: string, kind: string) => boolean;
}

/**
 * Owns time and luck. Synchronous; integer microseconds; time stands at the event while it runs; equal times fire first
 * in, first out; nothing is delivered inside another delivery (SPEC K1 to K9).
 */
export class Kernel {
  readonly seed: number;
  #calendar = new EventCalendar<KernelEvent, Place>();
  readonly #places = new Map<string, Place>();
  /** Whose event is being handled: whoever handles one mostly sets timers and records facts of their own. */
  #handling: Place | null = null;
  /** By component and purpose. */
  readonly #streams = new Map<string, Map<string, RandomStream>>();
  /** By address, in the order in which they were registered. */
  readonly #components = new Map<string, Component>();
  #chain = new TraceChain();
  #now_us = 0;
  /** How far it was asked to run. */
  #until_us = 0;
  #steps = 0;
  #entries = 0;
  #stuckSteps = 0;
  readonly #onEntry: (entry: TraceEntry) => void;
  readonly #wants: ((source: string, kind: string) => boolean) | null;

  constructor(options: KernelOptions) {
    if (!Number.isSafeInteger(options.seed) || options.seed < 0) {
      throw new RangeError(`seed ${options.seed}: a whole number from 0 to 9007199254740991 was expected`);
    }
    this.seed = options.seed;
    this.#onEntry = options.onEntry ?? (() => {});
    this.#wants = options.wants ?? null;
  }

  get now_us(): number {
    return this.#now_us;
  }

  /** Events handled so far. */
  get steps(): number {
    return this.#steps;
  }

  /** Entries recorded so far. */
  get entries(): number {
    return this.#entries;
  }

  /** @throws when nobody keeps the trace: there is none then, and a digest of nothing would be taken for one */
  get digests(): TraceDigests {
    if (this.#wants !== null) throw new Error('a digest of the trace was asked for, and nobody keeps the trace');
    return this.#chain.digests;
  }

  /** Whether an entry would be made: whoever writes costly ones asks before. It stays so for the whole run. */
  wants(source: string | Place, kind: string): boolean {
    return this.#wants === null || this.#isWanted(this.#wants, this.placeOf(source), kind);
  }

  /** The place of an address, whether or not anybody stands there yet. */
  placeOf(address: string | Place): Place {
    if (typeof address !== 'string') return address;
    if (this.#handling?.address === address) return this.#handling;
    let place = this.#places.get(address);
    if (place === undefined) {
      place = { address, registered: null, timers: new Map(), wanted: new Map() };
      this.#places.set(address, place);
    }
    return place;
  }

  /** When the next event is due, or `null` when nothing is pending. */
  get next_us(): number | null {
    return this.#calendar.size === 0 ? null : this.#calendar.first_us;
  }

  /** @returns where it stands */
  register(address: string, level: Level, component: Component): Place {
    if (this.#components.has(address)) throw new Error(`two components at the address ${address}`);
    this.#components.set(address, component);
    const place = this.placeOf(address);
    place.registered = { level, component };
    return place;
  }

  has(address: string): boolean {
    return this.#components.has(address);
  }

  /** Queues an event at this instant, behind all that is due now. */
  post(address: string | Place, event: KernelEvent): void {
    this.at(this.#now_us, address, event);
  }

  /** Queues an event at `t_us`, which must not lie in the past. The ticket cancels it. */
  at(t_us: number, address: string | Place, event: KernelEvent): Ticket {
    this.#mustBeReachable(t_us, address);
    const ticket = this.#calendar.nextTicket;
    const place = this.placeOf(address);
    if (t_us === this.#now_us) this.#calendar.addNow(t_us, place, event);
    else this.#calendar.add(t_us, place, null, event);
    return ticket;
  }

  cancel(ticket: Ticket): boolean {
    const slot = this.#calendar.slotOf(ticket);
    if (slot === NO_SLOT) return false;
    forget(this.#calendar.addressOf(slot), this.#calendar.keyOf(slot));
    this.#calendar.remove(slot);
    return true;
  }

  /** One timer per (address, key): setting it again moves it. */
  setTimer(address: string | Place, key: string, t_us: number, event: KernelEvent): void {
    this.#mustBeReachable(t_us, address);
    const place = this.placeOf(address);
    const before = place.timers.get(key);
    if (before !== undefined && before !== NO_SLOT) this.#calendar.remove(before);
    place.timers.set(key, this.#calendar.add(t_us, place, key, event));
  }

  cancelTimer(address: string | Place, key: string): boolean {
    const place = this.placeOf(address);
    const slot = place.timers.get(key);
    if (slot === undefined || slot === NO_SLOT) return false;
    forget(place, key);
    this.#calendar.remove(slot);
    return true;
  }

  /** The stream of (component, purpose); its draws do not depend on anybody else's. It stays the same object, so that it can be kept. */
  stream(component: string, purpose: string): RandomStream {
    let streams = this.#streams.get(component);
    if (!streams) {
      streams = new Map();
      this.#streams.set(component, streams);
    }
    let stream = streams.get(purpose);
    if (!stream) {
      stream = new RandomStream(this.seed, component, purpose);
      streams.set(purpose, stream);
    }
    return stream;
  }

  /** Records a fact at this instant; `source` is a registered address, whose level it takes, unless one is given. */
  record(source: string | Place, kind: string, payload: Payload, level?: Level): void {
    this.#entries += 1;
    const place = this.placeOf(source);
    if (this.#wants !== null && !this.#isWanted(this.#wants, place, kind)) return;
    const at = level ?? place.registered?.level;
    if (at === undefined) throw new Error(`an entry from ${place.address}, which is no component`);
    const entry: TraceEntry = { t_us: this.#now_us, level: at, source: place.address, kind, payload };
    if (this.#wants === null) this.#chain.add(entry);
    this.#onEntry(entry);
  }

  /** Handles the next event if it is due at or before `t_us`; whether there was one. */
  stepUntil(t_us: number): boolean {
    const calendar = this.#calendar;
    const first_us = calendar.first_us;
    if (first_us > t_us || calendar.size === 0) return false;
    const slot = calendar.first;
    const place = calendar.addressOf(slot);
    const event = calendar.eventOf(slot);
    forget(place, calendar.keyOf(slot));
    calendar.remove(slot);
    if (first_us > this.#now_us) this.#stuckSteps = 0;
    else if (++this.#stuckSteps > MAX_EVENTS_AT_ONE_INSTANT) this.#stuck(place.address, event);
    this.#now_us = first_us;
    this.#until_us = t_us;
    this.#steps += 1;
    this.#handling = place;
    if (place.registered === null) throw new Error(`event ${event.type} for ${place.address}, which is no component`);
    place.registered.component.handle(event);
    return true;
  }

  /**
   * For a component whose event is being handled, and that would set a timer for `t_us` and do no more: time goes on to `t_us`
   * at once, as if that timer had fired, unless something else comes first or the run does not go so far (SPEC K10). Whether
   * it did.
   */
  passTo(address: string | Place, t_us: number): boolean {
    this.#mustBeReachable(t_us, address);
    if (t_us >= this.#calendar.first_us || t_us > this.#until_us) return false;
    if (t_us > this.#now_us) this.#stuckSteps = 0;
    else if (++this.#stuckSteps > MAX_EVENTS_AT_ONE_INSTANT) this.#stuck(this.placeOf(address).address, { type: 'passTo' });
    this.#now_us = t_us;
    this.#steps += 1;
    return true;
  }

  /** Runs every event due at or before `t_us`; then time stands at `t_us`. */
  runUntil(t_us: number): void {
    this.#mustBeReachable(t_us, 'runUntil');
    while (this.stepUntil(t_us)) {}
    this.#now_us = t_us;
  }

  checkpoint(): KernelCheckpoint {
    const draws: Record<string, number> = {};
    for (const [component, streams] of this.#streams) {
      for (const [purpose, stream] of streams) draws[component + SEPARATOR + purpose] = stream.index;
    }
    const components: Record<string, Saved> = {};
    for (const [address, component] of this.#components) components[address] = component.save();
    return {
      now_us: this.#now_us,
      steps: this.#steps,
      nextTicket: this.#calendar.nextTicket,
      pending: this.#calendar
        .pending()
        .map(({ value, ...item }) => ({ ...item, value: { ...value, address: value.address.address } })),
      draws,
      entries: this.#entries,
      digests: this.#chain.digests,
      components,
    };
  }

  /** Takes up a checkpoint of the same world and seed: whatever was pending, drawn and recorded stands as it stood then. */
  restore(checkpoint: KernelCheckpoint): void {
    this.#now_us = checkpoint.now_us;
    this.#steps = checkpoint.steps;
    this.#entries = checkpoint.entries;
    this.#stuckSteps = 0;
    this.#chain = new TraceChain(checkpoint.digests);
    this.#calendar = new EventCalendar(checkpoint.nextTicket);
    for (const { timers } of this.#places.values()) timers.clear();
    for (const { value, ...item } of checkpoint.pending) {
      const address = this.placeOf(value.address);
      const slot = this.#calendar.restore({ ...item, value: { ...value, address } });
      if (value.key !== null) address.timers.set(value.key, slot);
    }
    for (const streams of this.#streams.values()) for (const stream of streams.values()) stream.index = 0;
    for (const [name, index] of Object.entries(checkpoint.draws)) {
      const cut = name.indexOf(SEPARATOR);
      this.stream(name.slice(0, cut), name.slice(cut + 1)).index = index;
    }
    for (const [address, component] of this.#components) {
      const saved = checkpoint.components[address];
      if (saved === undefined) throw new Error(`the checkpoint knows no ${address}: it was made for another world`);
      component.restore(saved);
    }
  }

  #mustBeReachable(t_us: number, who: string | Place): void {
    if (Number.isSafeInteger(t_us) && t_us >= this.#now_us) return;
    const name = typeof who === 'string' ? who : who.address;
    if (!Number.isSafeInteger(t_us)) throw new RangeError(`${name}: time ${t_us} is no whole number of microseconds`);
    throw new RangeError(`${name}: ${t_us} lies before now, ${this.#now_us}`);
  }

  #isWanted(wants: (source: string, kind: string) => boolean, { address, wanted }: Place, kind: string): boolean {
    let answer = wanted.get(kind);
    if (answer === undefined) {
      answer = wants(address, kind);
      wanted.set(kind, answer);
    }
    return answer;
  }

  #stuck(address: string, { type }: KernelEvent): never {
    throw new Error(
      `${MAX_EVENTS_AT_ONE_INSTANT} events at ${this.#now_us} µs and time does not pass; the last was ${type} for ${address}`,
    );
  }
}

/** A timer that fires or is cancelled is pending no more. */
function forget({ timers }: Place, key: string | null): void {
  if (key !== null) timers.set(key, NO_SLOT);
}
