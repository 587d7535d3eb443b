import { localTime } from '../../calendar/zone.js';
import { type ParameterOverrides, type ParameterValues, parameterValues } from '../../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../../kernel/Kernel.js';
import { US_PER_MIN } from '../../kernel/timeUnits.js';
import type { ContactSpec, SiteSpec } from '../../spec/WorldSpec.js';
import { Availability } from '../Availability.js';
import { LocalHours } from '../LocalHours.js';
import type { Startable } from '../Startable.js';
import { pharmacyParameters } from './pharmacy.parameters.js';

/** Spells that follow on each other without end would be a year of looking. */
const MOST_LOOKS = 1_000;

interface CounterState {
  /** In line, the first at the front. */
  queue: string[];
  /** Called to the counter, and not there yet. */
  called: string | null;
  /** Whether the pharmacist has time for the next. */
  free: boolean;
  /** Times that something was handed over, which number them. */
  handedOver: number;
  /** By person: on which day something was last handed over to them. */
  lastDay: Record<string, number>;
}

/**
 * Who stands at a pharmacy's counter, `SITE/queue`, while the pharmacy is open and its pharmacist is there and not busy. People
 * find here what a machine's lobby, session, hands and helpline are to others.
 */
export class CounterQueue implements Component, Startable {
  readonly #kernel: Kernel;
  readonly #site: SiteSpec;
  readonly #epoch_us: number;
  readonly #address: string;
  readonly #hours: LocalHours;
  readonly #pharmacist: Availability;
  readonly #values: ParameterValues<typeof pharmacyParameters>;
  #state: CounterState = { queue: [], called: null, free: false, handedOver: 0, lastDay: {} };

  constructor(kernel: Kernel, site: SiteSpec, pharmacist: ContactSpec, epoch_us: number, layers: readonly ParameterOverrides[]) {
    this.#kernel = kernel;
    this.#site = site;
    this.#epoch_us = epoch_us;
    this.#address = `${site.id}/queue`;
    this.#hours = new LocalHours(site, site.hours, epoch_us);
    this.#pharmacist = new Availability(pharmacist, epoch_us);
    this.#values = parameterValues('pharmacy', pharmacyParameters, ...layers);
    kernel.register(this.#address, 3, this);
  }

  start(): void {
    this.#keepHours();
  }

  handle(event: KernelEvent): void {
    const person = event.person as string;
    switch (event.type) {
      case 'HOURS':
        return this.#keepHours();
      case 'FREE':
        return this.#isFree();
      case 'ENQUEUE':
        if (!this.#isOpen(this.#kernel.now_us)) return this.#kernel.post(person, { type: 'SITE_CLOSED' });
        this.#state.queue.push(person);
        return this.#next();
      case 'PRESENTED':
        return this.#serves(person);
      case 'HANDS_OVER':
        return this.#handsOver(person, event.took_us as number);
      case 'LEAVES':
        return this.#leaves(person);
      case 'LEFT':
        return;
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return JSON.parse(JSON.stringify(this.#state)) as Saved;
  }

  restore(saved: Saved): void {
    this.#state = JSON.parse(JSON.stringify(saved)) as CounterState;
  }

  #isOpen(t_us: number): boolean {
    return this.#hours.isOpen(t_us) && this.#pharmacist.isFree(t_us);
  }

  /** Opens and closes by the site's hours and the pharmacist's day; whoever is being served is served to the end. */
  #keepHours(): void {
    const now_us = this.#kernel.now_us;
    const isOpen = this.#isOpen(now_us);
    this.#tellChart({ type: isOpen ? 'OPENS' : 'CLOSES' });
    if (!isOpen) {
      for (const person of this.#state.queue) this.#kernel.post(person, { type: 'SITE_CLOSED' });
      this.#state.queue = [];
    }
    const change_us = isOpen ? this.#closes(now_us) : this.#opens(now_us);
    if (change_us !== null) this.#kernel.setTimer(this.#address, 'hours', change_us, { type: 'HOURS' });
  }

  #closes(t_us: number): number | null {
    const ends = [this.#hours.nextClosing(t_us), this.#pharmacist.hours.nextClosing(t_us), this.#pharmacist.nextBusy(t_us)];
    const known = ends.filter((end) => end !== null);
    return known.length === 0 ? null : Math.min(...known);
  }

  #opens(t_us: number): number | null {
    let at_us: number | null = t_us;
    for (let looks = 0; at_us !== null && looks < MOST_LOOKS; looks++) {
      if (this.#isOpen(at_us)) return at_us;
      if (!this.#hours.isOpen(at_us)) at_us = this.#hours.nextOpening(at_us);
      else at_us = this.#pharmacist.busyAt(at_us)?.to_us ?? this.#pharmacist.hours.nextOpening(at_us);
    }
    return null;
  }

  #isFree(): void {
    this.#state.free = this.#isOpen(this.#kernel.now_us);
    if (this.#state.free) this.#next();
    else this.#tellChart({ type: 'CLOSES' });
  }

  #next(): void {
    const person = this.#state.free ? this.#state.queue.shift() : undefined;
    if (person === undefined) return;
    this.#state.free = false;
    this.#state.called = person;
    this.#tellChart({ type: 'SERVES' });
    this.#kernel.post(person, { type: 'TURN' });
  }

  /** Draws belong to the person, so that each takes as long whoever came before. */
  #serves(person: string): void {
    const { handOverLeastMin, handOverLikelyMin, handOverMostMin } = this.#values;
    const stream = this.#kernel.stream(this.#address, `handing over to ${person}`);
    const took_us = Math.round(stream.triangular(handOverLeastMin, handOverLikelyMin, handOverMostMin) * US_PER_MIN);
    this.#state.called = null;
    const event = { type: 'HANDS_OVER', person, took_us };
    this.#kernel.setTimer(this.#address, 'handing over', this.#kernel.now_us + took_us, event);
  }

  #handsOver(person: string, took_us: number): void {
    const { dayNumber } = localTime(this.#site.zone, this.#epoch_us + this.#kernel.now_us);
    const isFirstToday = this.#state.lastDay[person] !== dayNumber;
    this.#state.lastDay[person] = dayNumber;
    this.#state.handedOver += 1;
    this.#tellChart({ type: 'HANDED_OVER', person, took_us });
    this.#kernel.post(`${this.#site.id}/books`, { type: 'HANDED_OVER', isFirstToday, took_us });
    this.#kernel.post(person, { type: 'SERVED', order: this.#state.handedOver });
  }

  /** Gone while they were being called: the next may come. */
  #leaves(person: string): void {
    this.#state.queue = this.#state.queue.filter((other) => other !== person);
    if (this.#state.called !== person) return;
    this.#state.called = null;
    this.#tellChart({ type: 'GONE' });
  }

  #tellChart(event: KernelEvent): void {
    this.#kernel.post(`${this.#site.id}/counter`, event);
  }
}
