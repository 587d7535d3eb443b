import { type ParameterOverrides, type ParameterValues, parameterValues } from '../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import { US_PER_MIN } from '../kernel/timeUnits.js';
import type { ContactSpec } from '../spec/WorldSpec.js';
import { Availability } from './Availability.js';
import { supportParameters } from './support.parameters.js';
import type { Ways } from './Ways.js';

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
  /** While they travel: when they will be there. */
  arrives_us: number;
  /** The machine from which they go there straight; `null`: from where they are based. */
  readonly from: string | null;
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
  readonly #ways: Ways;
  #state: DiaryState = { journey: null, promised: [] };

  constructor(kernel: Kernel, contact: ContactSpec, epoch_us: number, layers: readonly ParameterOverrides[], ways: Ways) {
    this.#kernel = kernel;
    this.#contact = contact;
    this.#address = `${contact.id}/diary`;
    this.#availability = new Availability(contact, epoch_us);
    this.#values = parameterValues('support', supportParameters, ...layers);
    this.#ways = ways;
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
        return this.#leave(machine);
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
    const { hasKey, whenBusy } = this.#contact;
    const { hours } = this.#availability;
    if (!hasKey) return { answer: 'cannot-travel', reason: 'no-key', until_us: 0 };
    if (!this.#ways.areGiven) return { answer: 'cannot-travel', reason: 'does-not-travel', until_us: 0 };
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
    this.#state.journey = { machine, phase: 'gettingReady', setOff_us: this.#kernel.now_us, arrives_us: 0, from: null };
    this.#tellChart({ type: 'GETS_READY', machine });
  }

  #setOff(): void {
    const journey = this.#state.journey;
    if (journey?.phase !== 'gettingReady') return;
    this.#travel(journey.machine, null);
  }

  #travel(machine: string, from: string | null): void {
    const setOff_us = this.#kernel.now_us;
    const arrives_us = setOff_us + this.#way_us(machine, from);
    this.#state.journey = { machine, phase: 'travelling', setOff_us, arrives_us, from };
    this.#tellChart({ type: 'SETS_OFF', machine });
    this.#tellHelpline(machine, { type: 'SET_OFF' });
    this.#recordDrive(machine, from);
    this.#kernel.setTimer(this.#address, 'journey', arrives_us, { type: 'ARRIVES' });
  }

  #arrive(): void {
    const journey = this.#state.journey;
    if (journey?.phase !== 'travelling') return;
    journey.phase = 'onSite';
    const { id, role, hasKey } = this.#contact;
    this.#tellChart({ type: 'ARRIVES', machine: journey.machine });
    this.#tellHelpline(journey.machine, { type: 'ARRIVED', by: id, role, key_holder: hasKey });
  }

  /** Straight on to the next machine that was promised, or home. */
  #leave(machine: string): void {
    const journey = this.#state.journey;
    if (journey?.machine !== machine || journey.phase !== 'onSite') return;
    const next = this.#nextPromised();
    if (next !== null) return this.#travel(next, machine);
    journey.phase = 'goingHome';
    this.#tellChart({ type: 'GOES_HOME', machine });
    this.#recordDrive(machine, null);
    this.#kernel.setTimer(this.#address, 'journey', this.#kernel.now_us + this.#way_us(machine, null), { type: 'HOME' });
  }

  #home(): void {
    this.#state.journey = null;
    this.#tellChart({ type: 'HOME' });
    this.#next();
  }

  /** Not wanted any more. */
  #calledOff(machine: string): void {
    this.#state.promised = this.#state.promised.filter((other) => other !== machine);
    const journey = this.#state.journey;
    if (journey?.machine !== machine) return;
    if (journey.phase === 'gettingReady') {
      this.#state.journey = null;
      this.#tellChart({ type: 'CALLED_OFF' });
      this.#next();
    } else if (journey.phase === 'travelling') this.#turnRound(journey);
    else this.#leave(machine);
  }

  /**
   * Whoever is on the way turns round, and is where they set off after as long as they have travelled; from another machine they go
   * home from there.
   */
  #turnRound(journey: Journey): void {
    const { machine, setOff_us, arrives_us, from } = journey;
    const travelled_us = this.#kernel.now_us - setOff_us;
    journey.phase = 'goingHome';
    this.#tellChart({ type: 'GOES_HOME', machine });
    const whole_m = this.#ways.metres(machine, from);
    if (whole_m !== null) {
      const driven_m = Math.round((whole_m * travelled_us) / Math.max(1, arrives_us - setOff_us));
      const home_m = driven_m + (from === null ? 0 : (this.#ways.metres(from) ?? 0));
      this.#kernel.record(this.#contact.id, 'turns-round', { machine, driven_m, home_m });
    }
    const home_us = travelled_us + (from === null ? 0 : this.#way_us(from, null));
    this.#kernel.setTimer(this.#address, 'journey', this.#kernel.now_us + home_us, { type: 'HOME' });
  }

  #next(): void {
    if (this.#state.journey) return;
    const machine = this.#nextPromised();
    if (machine !== null) this.#begin(machine);
  }

  /** The machine to which they come next, as they promised; at the end of the shift the promises end too. */
  #nextPromised(): string | null {
    const now_us = this.#kernel.now_us;
    if (this.#state.promised.length === 0) return null;
    if (!this.#availability.hours.isOpen(now_us)) {
      for (const machine of this.#state.promised) this.#tellHelpline(machine, { type: 'CANNOT_COME' });
      this.#state.promised = [];
      return null;
    }
    const busy = this.#availability.busyAt(now_us);
    if (!busy) return this.#state.promised.shift() as string;
    this.#nextAt(busy.to_us);
    return null;
  }

  #nextAt(t_us: number): void {
    this.#kernel.setTimer(this.#address, 'free', t_us, { type: 'FREE_AGAIN' });
  }

  #way_us(machine: string, from: string | null): number {
    return Math.round(this.#ways.min(machine, this.#kernel.stream(this.#address, 'travel'), from) * US_PER_MIN);
  }

  /** Each way of a drive, whose length is known only where there are roads. */
  #recordDrive(machine: string, from: string | null): void {
    const distance_m = this.#ways.metres(machine, from);
    if (distance_m === null) return;
    this.#kernel.record(this.#contact.id, 'drives', { machine, distance_m, ...(from !== null && { from }) });
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
