import { type ParameterOverrides, type ParameterValues, parameterValues } from '../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Place, Saved } from '../kernel/Kernel.js';
import type { RandomStream } from '../kernel/random.js';
import { US_PER_MIN } from '../kernel/timeUnits.js';
import type { PersonSpec } from '../spec/WorldSpec.js';
import { type DatedWindow, DoseWindows } from './DoseWindows.js';
import { peopleParameters } from './people.parameters.js';
import type { Surroundings } from './programme/Surroundings.js';
import type { Startable } from './Startable.js';

interface Visit {
  readonly window: number;
  readonly since_us: number;
  /** Why they would leave without their dose if they left now. */
  cause: string;
  /** From when on they have been waiting for help, or `null`. */
  helpSince_us: number | null;
}

interface HabitState {
  visit: Visit | null;
  /** Windows for which they came while they were still here. */
  later: number[];
  /** Not on the programme now: windows open for nobody. */
  off: boolean;
  /** The latest window that opened for them. */
  lastDue: number;
}

/** After these somebody can mend what stands in the way, or vouch for them; after all others there is nothing to wait for. */
const WORTH_WAITING = [
  'not-recognised',
  'jammed',
  'lane-locked',
  'locked-out',
  'out-of-service',
  'chute-blocked',
  'door-open',
  'busy',
  'no-witness',
  'witness-busy',
];

/**
 * When one person comes, how long they wait, and what became of it. Draws belong to the window's number, so that the same
 * person comes at the same time in every variant of a scenario.
 */
export class Habit implements Component, Startable {
  readonly #kernel: Kernel;
  readonly #person: PersonSpec;
  readonly #address: string;
  readonly #place: Place;
  /** Where the person is told, and whose facts are recorded. */
  readonly #chart: Place;
  readonly #streams = new Map<string, RandomStream>();
  readonly #windows: DoseWindows;
  readonly #values: ParameterValues<typeof peopleParameters>;
  readonly #surroundings: Surroundings | null;
  #state: HabitState = { visit: null, later: [], off: false, lastDue: Number.MIN_SAFE_INTEGER };

  constructor(
    kernel: Kernel,
    person: PersonSpec,
    zone: string,
    epoch_us: number,
    layers: readonly ParameterOverrides[],
    surroundings: Surroundings | null = null,
  ) {
    this.#kernel = kernel;
    this.#person = person;
    this.#address = `${person.id}/habit`;
    this.#windows = new DoseWindows(person.windows, zone, epoch_us);
    this.#values = parameterValues('people', peopleParameters, ...layers);
    this.#surroundings = surroundings;
    this.#state.off = surroundings?.startsOff === true;
    this.#place = kernel.register(this.#address, 3, this);
    this.#chart = kernel.placeOf(person.id);
  }

  start(): void {
    if (this.#windows.perDay === 0) return;
    let first = 1 - this.#windows.perDay;
    while (this.#windows.at(first).to_us <= 0) first += 1;
    this.#planAt(first);
    const { arrival } = this.#person;
    if (arrival.kind !== 'instants') return;
    for (const at_us of arrival.at_us) {
      this.#kernel.at(at_us, this.#place, { type: 'COMES', window: this.#windows.nearest(at_us).number });
    }
  }

  handle(event: KernelEvent): void {
    switch (event.type) {
      case 'PLAN':
        return this.#plan(this.#windows.at(event.window as number));
      case 'DUE':
        return this.#due(this.#windows.at(event.window as number));
      case 'DID_NOT_COME':
        return this.#didNotCome(event.window as number);
      case 'ON':
      case 'OFF':
        this.#state.off = event.type === 'OFF';
        return;
      case 'COMES':
        return this.#comes(this.#windows.at(event.window as number));
      case 'PATIENCE_ENDS':
        return this.#tell({ type: 'PATIENCE_OVER' });
      default:
        if (this.#state.visit) this.#during(this.#state.visit, event);
    }
  }

  save(): Saved {
    const { visit, later, off, lastDue } = this.#state;
    return { visit: visit && { ...visit }, later: [...later], off, lastDue };
  }

  restore(saved: Saved): void {
    const { visit, later, off, lastDue } = saved as unknown as HabitState;
    this.#state = { visit: visit && { ...visit }, later: [...later], off, lastDue };
  }

  /** Whether and when they come is settled before the earliest instant at which they might. */
  #planAt(number: number): void {
    const early_us = this.#windows.at(number).from_us - this.#values.outsideMostMin * US_PER_MIN;
    const at_us = Math.max(this.#kernel.now_us, Math.floor(early_us));
    this.#kernel.at(at_us, this.#place, { type: 'PLAN', window: number });
  }

  #plan(window: DatedWindow): void {
    const now_us = this.#kernel.now_us;
    this.#planAt(window.number + 1);
    const { arrival } = this.#person;
    let comes = false;
    if (arrival.kind === 'instants') {
      comes = arrival.at_us.some((at_us) => this.#windows.nearest(at_us).number === window.number);
    } else if (this.#stream('attendance', window).chance(arrival.attendance)) {
      const at_us = this.#arrival(window);
      // Came before the scenario began: that window is over and done with.
      if (at_us < now_us && window.from_us < now_us) return;
      this.#kernel.at(Math.max(at_us, now_us), this.#place, { type: 'COMES', window: window.number });
      comes = true;
    }
    this.#kernel.at(Math.max(window.from_us, now_us), this.#place, { type: 'DUE', window: window.number });
    if (!comes) this.#kernel.at(window.to_us, this.#place, { type: 'DID_NOT_COME', window: window.number });
  }

  /** Microseconds; mostly within the window, its early part likelier, now and then a little before or after it. */
  #arrival(window: DatedWindow): number {
    const { earlyShare, lateShare, outsideMostMin, likelyPart } = this.#values;
    const { from_us, to_us } = window;
    const kind = this.#stream('in window', window).uniform();
    const arrival = this.#stream('arrival', window);
    if (kind < earlyShare + lateShare) {
      const outside_us = Math.ceil(arrival.triangular(0, 0, outsideMostMin * US_PER_MIN));
      return kind < earlyShare ? from_us - outside_us : to_us + outside_us;
    }
    const inside_us = arrival.triangular(0, likelyPart * (to_us - from_us), to_us - from_us);
    return Math.min(from_us + Math.floor(inside_us), to_us - 1);
  }

  #due({ number, from_us, to_us }: DatedWindow): void {
    if (this.#state.off) return;
    this.#state.lastDue = number;
    this.#record('due', { window: number, from_us, to_us });
  }

  #comes({ number, from_us, to_us }: DatedWindow): void {
    if (this.#state.visit) {
      this.#state.later.push(number);
      return;
    }
    const now_us = this.#kernel.now_us;
    const keptAway = this.#state.off
      ? 'off'
      : (this.#surroundings?.keptAwayBy(number - 1 + this.#windows.perDay, now_us) ?? null);
    if (keptAway !== null) return this.#staysAway(number, to_us, keptAway);
    this.#surroundings?.begins();
    this.#state.visit = { window: number, since_us: now_us, cause: 'line', helpSince_us: null };
    this.#record('came', { window: number, in_window: from_us <= now_us && now_us < to_us });
    this.#tell({ type: 'COMES' });
  }

  #during(visit: Visit, event: KernelEvent): void {
    const { window, since_us } = visit;
    const waited_us = this.#kernel.now_us - since_us;
    switch (event.type) {
      case 'IN_LINE':
        return this.#patienceEndsAt(this.#kernel.now_us + this.#patience('line', window));
      case 'AT_MACHINE':
        this.#kernel.cancelTimer(this.#place, 'patience');
        return;
      case 'TURNED_AWAY':
        visit.cause = event.reason as string;
        return this.#decide(visit.cause);
      case 'SETS_OUT':
        return this.#setsOut(visit);
      case 'WAITS_FOR_HELP':
        visit.helpSince_us ??= this.#kernel.now_us;
        this.#surroundings?.waits(visit.cause);
        return this.#patienceEndsAt(visit.helpSince_us + this.#patience('help', window));
      case 'SERVED':
        this.#record('served', { window, order: event.order as number, waited_us });
        this.#surroundings?.ended('');
        return this.#end();
      case 'LEFT':
        this.#record('left-without', { window, cause: visit.cause, waited_us });
        this.#surroundings?.ended(visit.cause);
        return this.#end();
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  /** Waits for what can be mended, goes to another machine where there is one near, or leaves. */
  #decide(cause: string): void {
    if (this.#surroundings?.elsewhere(cause)) return this.#tell({ type: 'GOES_ELSEWHERE' });
    this.#tell({ type: WORTH_WAITING.includes(cause) ? 'WAITS' : 'LEAVES' });
  }

  #setsOut(visit: Visit): void {
    const other = this.#surroundings?.elsewhere(visit.cause);
    if (!other) return this.#tell({ type: 'ARRIVES' });
    const { machine, km, travel_us } = other;
    this.#record('went-elsewhere', { window: visit.window, machine, distance_m: Math.round(km * 1_000) });
    this.#surroundings?.goesTo(machine);
    this.#kernel.at(this.#kernel.now_us + travel_us, this.#person.id, { type: 'ARRIVES' });
  }

  /** Something keeps them away, or they are not on the programme now: the window passes like one for which they did not come. */
  #staysAway(window: number, to_us: number, because: string): void {
    if (because !== 'off') this.#record('kept-away', { window, because });
    this.#kernel.at(Math.max(to_us, this.#kernel.now_us), this.#place, { type: 'DID_NOT_COME', window });
  }

  #didNotCome(window: number): void {
    if (window > this.#state.lastDue) return;
    this.#record('did-not-come', { window });
    this.#surroundings?.ended('did-not-come');
  }

  #end(): void {
    this.#kernel.cancelTimer(this.#place, 'patience');
    this.#state.visit = null;
    this.#tell({ type: 'GONE' });
    const window = this.#state.later.shift();
    if (window !== undefined) this.#kernel.post(this.#place, { type: 'COMES', window });
  }

  /** Microseconds that they stand in line, or wait for help, in this window. */
  #patience(forWhat: 'line' | 'help', window: number): number {
    const { linePatienceMedianMin, linePatienceSigma, helpPatienceMedianMin, helpPatienceSigma } = this.#values;
    const stream = this.#stream(`patience, ${forWhat}`, { number: window });
    const patienceMin =
      forWhat === 'line'
        ? stream.lognormal(linePatienceMedianMin, linePatienceSigma)
        : stream.lognormal(helpPatienceMedianMin, helpPatienceSigma);
    return Math.round(patienceMin * US_PER_MIN);
  }

  #patienceEndsAt(at_us: number): void {
    const t_us = Math.max(at_us, this.#kernel.now_us);
    this.#kernel.setTimer(this.#place, 'patience', t_us, { type: 'PATIENCE_ENDS' });
  }

  /** The draw that belongs to a window; windows of the day before the scenario's first have numbers below 1. */
  #stream(purpose: string, { number }: { readonly number: number }): RandomStream {
    let stream = this.#streams.get(purpose);
    if (stream === undefined) {
      stream = this.#kernel.stream(this.#address, purpose);
      this.#streams.set(purpose, stream);
    }
    stream.index = number - 1 + this.#windows.perDay;
    return stream;
  }

  #tell(event: KernelEvent): void {
    this.#kernel.post(this.#chart, event);
  }

  #record(kind: string, payload: Record<string, number | string | boolean>): void {
    this.#kernel.record(this.#chart, kind, payload);
  }
}
