import { type ParameterOverrides, type ParameterValues, parameterValues } from '../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import { US_PER_MIN } from '../kernel/timeUnits.js';
import type { ContactSpec } from '../spec/WorldSpec.js';
import { Availability } from './Availability.js';
import type { Journeys } from './programme/Journeys.js';
import { supportParameters } from './support.parameters.js';

/** What a contact says when asked; `until_us` is 0 when unknown. */
export interface Answer {
  readonly answer: 'coming' | 'comes-when-free' | 'busy' | 'closed' | 'cannot-travel' | 'helping-remotely' | 'offline';
  readonly reason: string;
  readonly until_us: number;
}

interface Journey {
  readonly machine: string;
  phase: 'gettingReady' | 'travelling' | 'onSite' | 'goingHome';
  setOff_us: number;
}

interface DiaryState {
  journey: Journey | null;
  /** Machines to which they come when they are free, the first promised first. */
  promised: string[];
}

/** What one contact knows of their own day: hours, holidays, busy spells, key, travel, and whom they promised to come. */
export class Diary implements Component {
  readonly #kernel: Kernel;
  readonly #contact: ContactSpec;
  readonly #address: string;
  readonly #availability: Availability;
  readonly #values: ParameterValues<typeof supportParameters>;
  readonly #journeys: Journeys | null;
  #state: DiaryState = { journey: null, promised: [] };

  constructor(
    kernel: Kernel,
    contact: ContactSpec,
    epoch_us: number,
    layers: readonly ParameterOverrides[],
    journeys: Journeys | null = null,
  ) {
    this.#kernel = kernel;
    this.#contact = contact;
    this.#address = `${contact.id}/diary`;
    this.#availability = new Availability(contact, epoch_us);
    this.#values = parameterValues('support', supportParameters, ...layers);
    this.#journeys = journeys;
    kernel.register(this.#address, 3, this);
  }

  handle(event: KernelEvent): void {
    const machine = event.machine as string;
    switch (event.type) {
      case 'ASKED':
        return this.#call(machine);
      case 'CALL_ENDS':
        return this.#answer(machine);
      case 'READY':
        return this.#setOff();
      case 'ARRIVES':
        return this.#arrive();
      case 'DONE':
        return this.#goHome(machine);
      case 'HOME':
        return this.#home();
      case 'FREE_AGAIN':
        return this.#next();
      case 'CALLED_OFF':
        return this.#calledOff(machine);
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    const { journey, promised } = this.#state;
    return { journey: journey && { ...journey }, promised: [...promised] };
  }

  restore(saved: Saved): void {
    const { journey, promised } = saved as unknown as DiaryState;
    this.#state = { journey: journey && { ...journey }, promised: [...promised] };
  }

  #call(machine: string): void {
    const { callLeastMin, callLikelyMin, callMostMin } = this.#values;
    const callMin = this.#kernel.stream(this.#address, 'call').triangular(callLeastMin, callLikelyMin, callMostMin);
    this.#after(callMin, `call from ${machine}`, { type: 'CALL_ENDS', machine });
  }

  #answer(machine: string): void {
    const answer = this.#consider();
    this.#tellChart({ type: 'ANSWERS', machine, ...answer });
    this.#tellHelpline(machine, { type: 'ANSWER', answer: answer.answer });
    if (answer.answer === 'comes-when-free') this.#state.promised.push(machine);
    if (answer.answer === 'comes-when-free' && answer.until_us > 0) this.#nextAt(answer.until_us);
    if (answer.answer === 'coming') this.#begin(machine);
  }

  #consider(): Answer {
    const now_us = this.#kernel.now_us;
    const { hasKey, travelMin, whenBusy } = this.#contact;
    const { hours } = this.#availability;
    if (!hasKey) return { answer: 'cannot-travel', reason: 'no-key', until_us: 0 };
    if (travelMin === null && !this.#journeys) return { answer: 'cannot-travel', reason: 'does-not-travel', until_us: 0 };
    if (!hours.isOpen(now_us)) {
      return { answer: 'closed', reason: hours.closedBecause(now_us), until_us: hours.nextOpening(now_us) ?? 0 };
    }
    const busy = this.#availability.busyAt(now_us);
    if (busy) {
      // Whoever is busy until their shift is over promises nothing.
      const comes = whenBusy === 'comes-when-free' && hours.isOpen(busy.to_us);
      return { answer: comes ? 'comes-when-free' : 'busy', reason: busy.reason, until_us: busy.to_us };
    }
    if (this.#state.journey || this.#state.promised.length > 0) {
      return { answer: 'comes-when-free', reason: 'helping-elsewhere', until_us: 0 };
    }
    return { answer: 'coming', reason: 'free', until_us: 0 };
  }

  #begin(machine: string): void {
    this.#state.journey = { machine, phase: 'gettingReady', setOff_us: this.#kernel.now_us };
    this.#tellChart({ type: 'GETS_READY', machine });
  }

  #setOff(): void {
    const journey = this.#state.journey;
    if (journey?.phase !== 'gettingReady') return;
    journey.phase = 'travelling';
    journey.setOff_us = this.#kernel.now_us;
    this.#tellChart({ type: 'SETS_OFF', machine: journey.machine });
    this.#tellHelpline(journey.machine, { type: 'SET_OFF' });
    this.#recordDrive(journey.machine);
    this.#after(this.#travelMin(journey.machine), 'journey', { type: 'ARRIVES' });
  }

  #arrive(): void {
    const journey = this.#state.journey;
    if (journey?.phase !== 'travelling') return;
    journey.phase = 'onSite';
    const { id, role, hasKey } = this.#contact;
    this.#tellChart({ type: 'ARRIVES', machine: journey.machine });
    this.#tellHelpline(journey.machine, { type: 'ARRIVED', by: id, role, key_holder: hasKey });
  }

  #goHome(machine: string): void {
    const journey = this.#state.journey;
    if (journey?.machine !== machine || journey.phase !== 'onSite') return;
    journey.phase = 'goingHome';
    this.#tellChart({ type: 'GOES_HOME', machine });
    this.#recordDrive(machine);
    this.#after(this.#travelMin(machine), 'journey', { type: 'HOME' });
  }

  #home(): void {
    this.#state.journey = null;
    this.#tellChart({ type: 'HOME' });
    this.#next();
  }

  /** Not wanted any more. Whoever is on the way turns round, and is home after as long as they have travelled. */
  #calledOff(machine: string): void {
    this.#state.promised = this.#state.promised.filter((other) => other !== machine);
    const journey = this.#state.journey;
    if (journey?.machine !== machine) return;
    if (journey.phase === 'gettingReady') {
      this.#state.journey = null;
      this.#tellChart({ type: 'CALLED_OFF' });
      this.#next();
    } else if (journey.phase === 'travelling') {
      journey.phase = 'goingHome';
      this.#tellChart({ type: 'GOES_HOME', machine });
      const home_us = 2 * this.#kernel.now_us - journey.setOff_us;
      this.#kernel.setTimer(this.#address, 'journey', home_us, { type: 'HOME' });
    } else this.#goHome(machine);
  }

  /** Comes to the next machine that was promised; at the end of the shift the promises end too. */
  #next(): void {
    const now_us = this.#kernel.now_us;
    if (this.#state.journey || this.#state.promised.length === 0) return;
    if (!this.#availability.hours.isOpen(now_us)) {
      for (const machine of this.#state.promised) this.#tellHelpline(machine, { type: 'CANNOT_COME' });
      this.#state.promised = [];
      return;
    }
    const busy = this.#availability.busyAt(now_us);
    if (busy) this.#nextAt(busy.to_us);
    else this.#begin(this.#state.promised.shift() as string);
  }

  #nextAt(t_us: number): void {
    this.#kernel.setTimer(this.#address, 'free', t_us, { type: 'FREE_AGAIN' });
  }

  #travelMin(machine: string): number {
    const [least, likely, most] = this.#contact.travelMin ?? [0, 0, 0];
    const stream = this.#kernel.stream(this.#address, 'travel');
    return this.#journeys ? this.#journeys.min(machine, stream) : stream.triangular(least, likely, most);
  }

  /** Each way of a drive, whose length is known only where there are roads. */
  #recordDrive(machine: string): void {
    if (!this.#journeys) return;
    const distance_m = Math.round(this.#journeys.km(machine) * 1_000);
    this.#kernel.record(this.#contact.id, 'drives', { machine, distance_m });
  }

  #after(delayMin: number, key: string, event: KernelEvent): void {
    this.#kernel.setTimer(this.#address, key, this.#kernel.now_us + Math.round(delayMin * US_PER_MIN), event);
  }

  #tellChart(event: KernelEvent): void {
    this.#kernel.post(this.#contact.id, event);
  }

  #tellHelpline(machine: string, event: KernelEvent): void {
    this.#kernel.post(`${machine}/helpline`, { ...event, contact: this.#contact.id });
  }
}
