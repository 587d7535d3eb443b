import { type ParameterOverrides, type ParameterValues, parameterValues } from '../../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../../kernel/Kernel.js';
import { US_PER_DAY } from '../../kernel/timeUnits.js';
import type { PrescriptionSpec } from '../../spec/ProgrammeSpec.js';
import type { Startable } from '../Startable.js';
import { termParameters } from './term.parameters.js';

interface TermState {
  /** When the prescription ends, microseconds; `null` before it is written. */
  ends_us: number | null;
  /** A renewal was asked for, and not had yet. */
  asked: boolean;
}

export interface TermOf {
  readonly person: string;
  readonly prescription: PrescriptionSpec;
  /** Days between screens; `null`: none is asked for. */
  readonly screenEveryD: number | null;
  /** Whether the prescription runs from the scenario's start, its end then anywhere within its length. */
  readonly fromStart: boolean;
}

/** The dates of one person's prescription: until when it runs, when a renewal is asked for, and when a screen is due. */
export class Term implements Component, Startable {
  readonly #kernel: Kernel;
  readonly #of: TermOf;
  readonly #address: string;
  readonly #values: ParameterValues<typeof termParameters>;
  #state: TermState = { ends_us: null, asked: false };

  constructor(kernel: Kernel, of: TermOf, layers: readonly ParameterOverrides[]) {
    this.#kernel = kernel;
    this.#of = of;
    this.#address = `${of.person}/term`;
    this.#values = parameterValues('term', termParameters, ...layers);
    kernel.register(this.#address, 3, this);
  }

  start(): void {
    if (!this.#of.fromStart) return;
    const lasts_us = this.#lasts_us;
    this.#runs('WRITTEN', Math.ceil(this.#kernel.stream(this.#address, 'begun before the start').uniform() * lasts_us));
  }

  handle(event: KernelEvent): void {
    switch (event.type) {
      case 'WRITE':
        return this.#runs('WRITTEN', this.#lasts_us);
      case 'AHEAD':
        return this.#tellChart({ type: 'RENEWAL_DUE' });
      case 'ENDS':
        return this.#tellChart({ type: 'ENDS' });
      case 'ASK_RENEWAL':
        return this.#askRenewal();
      case 'SEEN':
        this.#state.asked = false;
        return this.#runs('RENEWED', this.#lasts_us);
      case 'LIST_FULL':
        return;
      case 'SCREEN':
        return this.#screen();
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return { ...this.#state };
  }

  restore(saved: Saved): void {
    this.#state = { ...(saved as unknown as TermState) };
  }

  get #lasts_us(): number {
    return Math.round(this.#of.prescription.lastsD * US_PER_DAY);
  }

  /** A renewal that comes before the end counts from the end, so that seeing the prescriber early loses no day. */
  #runs(event: string, for_us: number): void {
    const now_us = this.#kernel.now_us;
    const until_us = Math.max(now_us, this.#state.ends_us ?? now_us) + for_us;
    this.#state.ends_us = until_us;
    this.#tellChart({ type: event, until_us });
    if (this.#of.prescription.prescriber !== null) {
      const ahead_us = until_us - Math.round(this.#values.renewAheadD * US_PER_DAY);
      this.#kernel.setTimer(this.#address, 'ahead', Math.max(now_us, ahead_us), { type: 'AHEAD' });
      this.#kernel.setTimer(this.#address, 'ends', until_us, { type: 'ENDS' });
    }
    if (event === 'WRITTEN') this.#nextScreen();
  }

  #askRenewal(): void {
    const { person, prescription } = this.#of;
    if (this.#state.asked || prescription.prescriber === null) return;
    this.#state.asked = true;
    this.#kernel.post(`${prescription.prescriber}/clinic`, { type: 'ASKED', person, what: 'renewal', replyTo: this.#address });
  }

  #nextScreen(): void {
    const { screenEveryD } = this.#of;
    if (screenEveryD === null) return;
    const at_us = this.#kernel.now_us + Math.round(screenEveryD * US_PER_DAY);
    this.#kernel.setTimer(this.#address, 'screen', at_us, { type: 'SCREEN' });
  }

  #screen(): void {
    const missed = this.#kernel.stream(this.#address, 'screen missed').chance(this.#values.screenMissedShare);
    this.#kernel.record(this.#address, 'screen', { person: this.#of.person, given: !missed });
    if (missed) this.#tellChart({ type: 'SCREEN_MISSED' });
    this.#nextScreen();
  }

  #tellChart(event: KernelEvent): void {
    this.#kernel.post(`${this.#of.person}/prescription`, event);
  }
}
