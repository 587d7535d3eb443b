import { type ParameterOverrides, type ParameterValues, parameterValues } from '../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import { US_PER_MIN } from '../kernel/timeUnits.js';
import { overrideDeskParameters } from './overrideDesk.parameters.js';
import type { Presence } from './Presence.js';

interface DeskState {
  /** Who was locked out and waits to be vouched for; the first is the one whom it is about now. */
  asked: string[];
  /** Who has signed for the first of them. */
  first: string | null;
}

export interface OverrideDeskPlace {
  readonly machine: string;
  /** Who may sign, in the order in which they are asked. */
  readonly signers: readonly string[];
  readonly presence: Presence;
  /** Whether somebody who was locked out is still at the site. */
  readonly isHere: (person: string) => boolean;
}

/**
 * Brings together the two signatures that let a locked-out palm through: whoever of the site's list is there signs, one
 * after the other, never the same person twice, and nobody for themself. Where nobody is there it asks again when somebody
 * comes on duty. Where the matter stands is in the chart `override`.
 */
export class OverrideDesk implements Component {
  readonly #kernel: Kernel;
  readonly #place: OverrideDeskPlace;
  readonly #address: string;
  readonly #chart: string;
  readonly #values: ParameterValues<typeof overrideDeskParameters>;
  #state: DeskState = { asked: [], first: null };

  constructor(kernel: Kernel, place: OverrideDeskPlace, layers: readonly ParameterOverrides[]) {
    this.#kernel = kernel;
    this.#place = place;
    this.#address = `${place.machine}/signers`;
    this.#chart = `${place.machine}/override`;
    this.#values = parameterValues('overrideDesk', overrideDeskParameters, ...layers);
    kernel.register(this.#address, 3, this);
  }

  handle(event: KernelEvent): void {
    const person = event.person as string;
    switch (event.type) {
      case 'OVERRIDE_ASKED':
        return this.#ask(person);
      case 'OVERRIDE_WITHDRAWN':
        return this.#next();
      case 'SEEK':
        return this.#seek();
      case 'SIGN':
        return this.#signIfAnybodyIsThere();
      case 'SIGNED_BY':
        return this.#signedBy(event.by as string);
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return { ...this.#state, asked: [...this.#state.asked] };
  }

  restore(saved: Saved): void {
    const state = saved as unknown as DeskState;
    this.#state = { ...state, asked: [...state.asked] };
  }

  /** One after the other; whoever asks again is asked for already. */
  #ask(person: string): void {
    const { asked } = this.#state;
    if (asked.includes(person)) return;
    asked.push(person);
    if (asked.length === 1) this.#begin();
  }

  #begin(): void {
    const [person] = this.#state.asked;
    if (person === undefined) return;
    this.#kernel.post(this.#chart, { type: 'ASKED', person });
    this.#seek();
  }

  /** The matter of the first is over. */
  #next(): void {
    this.#kernel.cancelTimer(this.#address, 'sign');
    this.#state.asked.shift();
    this.#state.first = null;
    this.#begin();
  }

  /** The next signature comes after a while, if somebody is there to give it then. */
  #seek(): void {
    const values = this.#values;
    const which = this.#state.first === null ? 'first' : 'second';
    const draw = this.#kernel.stream(this.#address, `${which} signature`);
    const afterMin =
      which === 'first'
        ? draw.triangular(values.firstLeastMin, values.firstLikelyMin, values.firstMostMin)
        : draw.triangular(values.secondLeastMin, values.secondLikelyMin, values.secondMostMin);
    this.#timer(this.#kernel.now_us + Math.round(afterMin * US_PER_MIN), 'SIGN');
  }

  #signIfAnybodyIsThere(): void {
    const now_us = this.#kernel.now_us;
    const { presence, isHere } = this.#place;
    const [person] = this.#state.asked;
    if (person === undefined) return;
    if (!isHere(person)) {
      this.#kernel.post(this.#chart, { type: 'GONE' });
      return this.#next();
    }
    const others = this.#place.signers.filter((one) => one !== this.#state.first && one !== person);
    const signer = others.find((one) => presence.isThere(one, now_us));
    if (signer !== undefined) return this.#sign(signer);
    this.#kernel.record(this.#chart, 'nobody-to-sign', { person });
    const comings = others.map((one) => presence.comes(one, now_us)).filter((at_us) => at_us !== null);
    if (comings.length > 0) this.#timer(Math.min(...comings), 'SEEK');
  }

  /** Somebody signs at the machine, in a drill or at the bench. */
  #signedBy(by: string): void {
    const [person] = this.#state.asked;
    const reason = this.#refusal(by, person);
    if (reason === null) this.#sign(by);
    else this.#kernel.record(this.#chart, 'signature-refused', { person: person ?? '', by, reason });
  }

  #refusal(by: string, person: string | undefined): string | null {
    if (person === undefined) return 'nobody is locked out';
    if (by === person) return 'the person themself';
    if (!this.#place.signers.includes(by)) return 'may not sign here';
    return by === this.#state.first ? 'signed already' : null;
  }

  #sign(by: string): void {
    if (this.#state.first === null) {
      this.#state.first = by;
      this.#kernel.post(this.#chart, { type: 'SIGNED', first: by });
      return this.#seek();
    }
    this.#kernel.post(this.#chart, { type: 'SIGNED_BY_ANOTHER', second: by });
    this.#next();
  }

  #timer(at_us: number, type: string): void {
    this.#kernel.setTimer(this.#address, 'sign', at_us, { type });
  }
}
