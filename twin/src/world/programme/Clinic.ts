import { type ParameterOverrides, type ParameterValues, parameterValues } from '../../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../../kernel/Kernel.js';
import { US_PER_MIN } from '../../kernel/timeUnits.js';
import type { PrescriberSpec } from '../../spec/ProgrammeSpec.js';
import { LocalHours } from '../LocalHours.js';
import type { Startable } from '../Startable.js';
import { clinicParameters } from './clinic.parameters.js';

/** What a person needs a prescriber for. */
export type ClinicVisit = 'assessment' | 'renewal' | 'transfer';

interface Request {
  readonly person: string;
  readonly what: ClinicVisit;
  readonly replyTo: string;
  readonly asked_us: number;
}

interface ClinicState {
  queue: Request[];
  seeing: (Request & { readonly since_us: number }) | null;
  /** Everybody whom they ever took on. */
  list: string[];
}

/** What one prescriber's time allows: whoever asks first is seen first, within their hours, and their list has an end. */
export class Clinic implements Component, Startable {
  readonly #kernel: Kernel;
  readonly #prescriber: PrescriberSpec;
  readonly #address: string;
  readonly #hours: LocalHours;
  readonly #values: ParameterValues<typeof clinicParameters>;
  #state: ClinicState;

  /** `list`: who is on their list from the start. */
  constructor(
    kernel: Kernel,
    prescriber: PrescriberSpec,
    list: readonly string[],
    epoch_us: number,
    layers: readonly ParameterOverrides[],
  ) {
    this.#kernel = kernel;
    this.#prescriber = prescriber;
    this.#address = `${prescriber.id}/clinic`;
    this.#hours = new LocalHours(prescriber, prescriber.hours, epoch_us);
    this.#values = parameterValues('clinic', clinicParameters, ...layers);
    this.#state = { queue: [], seeing: null, list: [...list] };
    kernel.register(this.#address, 3, this);
  }

  start(): void {
    this.#keepHours();
  }

  handle(event: KernelEvent): void {
    switch (event.type) {
      case 'HOURS':
        return this.#keepHours();
      case 'FREE':
        return this.#next();
      case 'ASKED':
        return this.#asked(event);
      case 'LOOKED_UP':
        return this.#begins();
      case 'ENDS':
        return this.#ends();
      case 'NO_MORE':
        this.#state.queue = this.#state.queue.filter(({ person }) => person !== event.person);
        return;
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return JSON.parse(JSON.stringify(this.#state)) as Saved;
  }

  restore(saved: Saved): void {
    this.#state = JSON.parse(JSON.stringify(saved)) as ClinicState;
  }

  #keepHours(): void {
    const now_us = this.#kernel.now_us;
    const open = this.#hours.isOpen(now_us);
    this.#tellChart({ type: open ? 'OPENS' : 'CLOSES' });
    const change_us = open ? this.#hours.nextClosing(now_us) : this.#hours.nextOpening(now_us);
    if (change_us !== null) this.#kernel.setTimer(this.#address, 'hours', change_us, { type: 'HOURS' });
  }

  #asked({ person, what, replyTo }: KernelEvent): void {
    const request = { person: person as string, what: what as ClinicVisit, replyTo: replyTo as string };
    const { list, queue } = this.#state;
    const { takesOn } = this.#prescriber;
    if (!list.includes(request.person)) {
      if (takesOn !== null && list.length >= takesOn) return this.#kernel.post(request.replyTo, { type: 'LIST_FULL' });
      list.push(request.person);
    }
    queue.push({ ...request, asked_us: this.#kernel.now_us });
    this.#next();
  }

  /** The next in the queue, if it is time and nobody is there. The chart says `FREE` when it is ready for one. */
  #next(): void {
    const now_us = this.#kernel.now_us;
    if (this.#state.seeing) return;
    if (!this.#hours.isOpen(now_us)) return this.#tellChart({ type: 'CLOSES' });
    const request = this.#state.queue.shift();
    if (!request) return;
    this.#state.seeing = { ...request, since_us: now_us };
    this.#tellChart({ type: 'SEES' });
    if (this.#prescriber.looksUp)
      this.#kernel.post(`${this.#prescriber.id}/look-ups`, { type: 'LOOKS_UP', what: request.what, replyTo: this.#address });
    else this.#begins();
  }

  /** What has to be looked up makes the visit longer: the person is there meanwhile. */
  #begins(): void {
    const request = this.#state.seeing;
    if (!request) return;
    const takes_us = Math.round(this.#takesMin(request) * US_PER_MIN);
    this.#kernel.setTimer(this.#address, 'visit', this.#kernel.now_us + takes_us, { type: 'ENDS' });
  }

  #ends(): void {
    const request = this.#state.seeing;
    if (!request) return;
    this.#state.seeing = null;
    const { person, what, replyTo, asked_us, since_us } = request;
    this.#tellChart({ type: 'SEEN', person, what, waited_us: since_us - asked_us, took_us: this.#kernel.now_us - since_us });
    this.#kernel.post(replyTo, { type: 'SEEN', what });
  }

  /** Draws belong to the person, so that the same visit takes as long whatever else there is to do. */
  #takesMin({ person, what }: Request): number {
    const values = this.#values;
    const [least, likely, most] = {
      assessment: [values.assessmentLeastMin, values.assessmentLikelyMin, values.assessmentMostMin],
      renewal: [values.renewalLeastMin, values.renewalLikelyMin, values.renewalMostMin],
      transfer: [values.transferLeastMin, values.transferLikelyMin, values.transferMostMin],
    }[what] as [number, number, number];
    return this.#kernel.stream(this.#address, `${what} of ${person}`).triangular(least, likely, most);
  }

  #tellChart(event: KernelEvent): void {
    this.#kernel.post(this.#prescriber.id, event);
  }
}
