import { type ParameterOverrides, type ParameterValues, parameterValues } from '../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import { US_PER_MIN, US_PER_MS } from '../kernel/timeUnits.js';
import { cardReaderParameters } from './cardReader.parameters.js';

interface CardReaderState {
  readonly lockedUntil_us: Record<string, number>;
  /** People whom two have vouched for, let through once. */
  readonly vouched: Record<string, boolean>;
  /** Whether the card was left at home, or the PIN forgotten, in the visit under way: nothing helps that until the next. */
  readonly without: Record<string, boolean>;
}

/**
 * A card or a PIN in place of the palm, at the reader's address and in its words, so that the palm's chart drives it as it
 * drives the reader. It holds nothing of anybody's body. Somebody else's card is not modelled: that is no lesser question
 * than a false match, and belongs beside it.
 */
export class CardReader implements Component {
  readonly #kernel: Kernel;
  readonly #asks: 'card' | 'pin';
  readonly #address: string;
  readonly #palm: string;
  readonly #values: ParameterValues<typeof cardReaderParameters>;
  #state: CardReaderState = { lockedUntil_us: {}, vouched: {}, without: {} };

  constructor(kernel: Kernel, machine: string, asks: 'card' | 'pin', layers: readonly ParameterOverrides[]) {
    this.#kernel = kernel;
    this.#asks = asks;
    this.#address = `${machine}/reader`;
    this.#palm = `${machine}/palm`;
    this.#values = parameterValues('cardReader', cardReaderParameters, ...layers);
    kernel.register(this.#address, 2, this);
  }

  handle(event: KernelEvent): void {
    const person = event.person as string;
    const { lockedUntil_us, vouched } = this.#state;
    switch (event.type) {
      case 'CAPTURE':
        return this.#capture(person);
      case 'COMPARE':
        return this.#compare(person);
      case 'LOCK_OUT':
        delete this.#state.without[person];
        lockedUntil_us[person] ??= this.#kernel.now_us + Math.round(this.#values.lockOutMin * US_PER_MIN);
        return;
      case 'LET_THROUGH':
        delete lockedUntil_us[person];
        vouched[person] = true;
        return;
      case 'COLD_HANDS':
      case 'CARD_GIVEN':
        return;
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return JSON.parse(JSON.stringify(this.#state)) as Saved;
  }

  restore(saved: Saved): void {
    this.#state = JSON.parse(JSON.stringify(saved)) as CardReaderState;
  }

  #capture(person: string): void {
    const { lockedUntil_us, vouched, without } = this.#state;
    if (vouched[person]) {
      delete vouched[person];
      return this.#answer('VOUCHED_FOR', 0);
    }
    if ((lockedUntil_us[person] ?? 0) > this.#kernel.now_us) return this.#answer('KNOWN_LOCKED_OUT', 0);
    delete lockedUntil_us[person];
    const { notAtHandShare, pinForgottenShare } = this.#values;
    const share = this.#asks === 'card' ? notAtHandShare : pinForgottenShare;
    without[person] ??= this.#kernel.stream(this.#address, `without of ${person}`).chance(share);
    if (without[person]) this.#record(person, 'failed-to-acquire', 'poor');
    this.#answer(without[person] ? 'NOT_ACQUIRED' : 'ACQUIRED', this.#values.readsMs);
  }

  #compare(person: string): void {
    const { cardMisreadShare, pinMistypedShare, answersMs } = this.#values;
    const share = this.#asks === 'card' ? cardMisreadShare : pinMistypedShare;
    const wrong = this.#kernel.stream(this.#address, `misread of ${person}`).chance(share);
    if (!wrong) delete this.#state.without[person];
    this.#record(person, wrong ? 'not-matched' : 'matched', wrong ? 'poor' : 'good');
    this.#answer(wrong ? 'NOT_MATCHED' : 'MATCHED', answersMs);
  }

  #record(person: string, result: string, quality: string): void {
    this.#kernel.record(this.#palm, 'attempt', { person, result, quality });
  }

  #answer(type: string, afterMs: number): void {
    const at_us = this.#kernel.now_us + Math.round(afterMs * US_PER_MS);
    this.#kernel.setTimer(this.#palm, 'answer of the reader', at_us, { type });
  }
}
