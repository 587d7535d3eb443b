import { type ParameterOverrides, type ParameterValues, parameterValues } from '../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import { US_PER_MIN } from '../kernel/timeUnits.js';
import type { ContactSpec } from '../spec/WorldSpec.js';
import { Availability } from './Availability.js';
import { lookUpParameters } from './lookUp.parameters.js';

export interface LookUpsOf {
  /** A site or a prescriber; the part stands at `OWNER/look-ups`. */
  readonly owner: string;
  readonly role: 'staff' | 'prescriber';
  /** Whether a concise manual is at hand. */
  readonly manual: boolean;
  /** Whom they may call; `null`: nobody. */
  readonly calls: ContactSpec | null;
  readonly epoch_us: number;
}

/** Where somebody looks, the first tried first. */
type Where = 'manual' | 'call' | 'alone';

interface LookUpsState {
  /** How often each matter has come up. */
  met: Record<string, number>;
}

/**
 * What somebody does who meets a matter and must find out what to do: reads the manual, calls a person, or tries alone until it is
 * found. Whoever asked (`replyTo`) is told `LOOKED_UP` then; at once, where it is still known from the last time.
 */
export class LookUps implements Component {
  readonly #kernel: Kernel;
  readonly #of: LookUpsOf;
  readonly #address: string;
  readonly #called: Availability | null;
  readonly #values: ParameterValues<typeof lookUpParameters>;
  #state: LookUpsState = { met: {} };

  constructor(kernel: Kernel, of: LookUpsOf, layers: readonly ParameterOverrides[]) {
    this.#kernel = kernel;
    this.#of = of;
    this.#address = `${of.owner}/look-ups`;
    this.#called = of.calls && new Availability(of.calls, of.epoch_us);
    this.#values = parameterValues('lookUp', lookUpParameters, ...layers);
    kernel.register(this.#address, 3, this);
  }

  handle(event: KernelEvent): void {
    switch (event.type) {
      case 'LOOKS_UP':
        return this.#begins(event);
      case 'LOOKED':
        return this.#looked(event);
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return { met: { ...this.#state.met } };
  }

  restore(saved: Saved): void {
    this.#state = { met: { ...(saved as unknown as LookUpsState).met } };
  }

  #begins({ what: matter, replyTo }: KernelEvent): void {
    const what = matter as string;
    const number = this.#state.met[what] ?? 0;
    this.#state.met[what] = number + 1;
    const isKnown = number > 0 && this.#uniform('forgotten', what, number) >= this.#values.forgottenShare;
    if (isKnown) this.#kernel.post(replyTo as string, { type: 'LOOKED_UP', what });
    else this.#look(this.#of.manual ? 'manual' : this.#nextBest(), { what, number, replyTo: replyTo as string });
  }

  /** Draws belong to the matter and to how often it came up, so that a manual changes nothing about a call. */
  #look(where: Where, matter: { readonly what: string; readonly number: number; readonly replyTo: string }): void {
    const { what, number } = matter;
    const took_us = Math.round(this.#takesMin(where, what, number) * US_PER_MIN);
    const found = where !== 'manual' || this.#uniform('in the manual', what, number) < this.#values.manualAnswersShare;
    const at_us = this.#kernel.now_us + took_us;
    this.#kernel.setTimer(this.#address, `${what} ${number}`, at_us, { type: 'LOOKED', ...matter, where, found, took_us });
  }

  #looked({ what, number, replyTo, where, found, took_us }: KernelEvent): void {
    const { role } = this.#of;
    const payload = { what: what as string, role, where: where as Where, found: found as boolean, took_us: took_us as number };
    this.#kernel.record(this.#address, 'looked-up', payload);
    const matter = { what: what as string, number: number as number, replyTo: replyTo as string };
    if (found === true) this.#kernel.post(matter.replyTo, { type: 'LOOKED_UP', what: matter.what });
    else this.#look(this.#nextBest(), matter);
  }

  /** Where they look when a manual is not there, or does not say: whom they may call, if that person is there now. */
  #nextBest(): Where {
    return this.#called?.isFree(this.#kernel.now_us) === true ? 'call' : 'alone';
  }

  #takesMin(where: Where, what: string, number: number): number {
    const values = this.#values;
    const stream = this.#kernel.stream(this.#address, `${where}, ${what}`);
    stream.index = number;
    if (where === 'manual') return stream.lognormal(values.manualMedianMin, values.manualSigma);
    if (where === 'call') return stream.triangular(values.callLeastMin, values.callLikelyMin, values.callMostMin);
    return stream.lognormal(values.aloneMedianMin, values.aloneSigma);
  }

  #uniform(purpose: string, what: string, number: number): number {
    return this.#kernel.stream(this.#address, `${purpose}, ${what}`).uniformAt(number);
  }
}
