import { type ParameterOverrides, type ParameterValues, parameterValues } from '../charts/parameters.js';
import { normalCdf, normalQuantile } from '../kernel/arithmetic.js';
import type { Component, Kernel, KernelEvent, Place, Saved } from '../kernel/Kernel.js';
import type { RandomStream } from '../kernel/random.js';
import { US_PER_MIN, US_PER_MS } from '../kernel/timeUnits.js';
import type { PersonSpec } from '../spec/WorldSpec.js';
import { readerParameters } from './reader.parameters.js';

interface ReaderState {
  /** Until when a palm is locked out, microseconds, by person. */
  readonly lockedUntil_us: Record<string, number>;
  /** Until when a palm that two vouched for is let through once, microseconds, by person. */
  readonly vouchedUntil_us: Record<string, number>;
  /** People whose hands a fault has made cold. */
  readonly cold: Record<string, boolean>;
  /** People who hold up a card, since their palm could not be registered. */
  readonly carded: Record<string, boolean>;
}

interface Hand {
  /** The person's own rate. */
  readonly own: number;
  /** The rate as the hand is now. */
  readonly rate: number;
  /** Mean of the scores of that hand, and how often its quality is good. */
  readonly mean: number;
  readonly goodShare: number;
}

/**
 * The palm reader, a device of the host: acquires a sample, compares it with the person's own reference (verification,
 * one to one) and answers the palm chart. Scores are drawn, compared with the threshold and forgotten: none is kept,
 * recorded or sent (SPEC T6).
 */
export class Reader implements Component {
  readonly #kernel: Kernel;
  readonly #address: string;
  readonly #palm: Place;
  readonly #people: ReadonlyMap<string, PersonSpec>;
  readonly #values: ParameterValues<typeof readerParameters>;
  readonly #threshold: number;
  /** By person: what follows from the rate of that hand, as it was when it was last compared. */
  readonly #hands = new Map<string, Hand>();
  readonly #streams = new Map<string, Readonly<Record<'capture' | 'acquire' | 'score' | 'quality', RandomStream>>>();
  #state: ReaderState = { lockedUntil_us: {}, vouchedUntil_us: {}, cold: {}, carded: {} };

  constructor(kernel: Kernel, machine: string, people: readonly PersonSpec[], layers: readonly ParameterOverrides[]) {
    this.#kernel = kernel;
    this.#address = `${machine}/reader`;
    this.#palm = kernel.placeOf(`${machine}/palm`);
    this.#people = new Map(people.map((person) => [person.id, person]));
    this.#values = parameterValues('reader', readerParameters, ...layers);
    this.#threshold = normalQuantile(1 - this.#values.falseMatchShare, 0, 1);
    kernel.register(this.#address, 2, this);
  }

  handle(event: KernelEvent): void {
    const person = event.person as string;
    switch (event.type) {
      case 'CAPTURE':
        return this.#capture(person);
      case 'COMPARE':
        return this.#compare(person);
      case 'LOCK_OUT':
        return this.#lockOut(person);
      case 'LET_THROUGH':
        return this.#letThrough(person);
      case 'COLD_HANDS':
        this.#state.cold[person] = event.cold as boolean;
        return;
      case 'CARD_GIVEN':
        this.#state.carded[person] = true;
        return;
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return copyOf(this.#state) as unknown as Saved;
  }

  restore(saved: Saved): void {
    this.#state = copyOf(saved as unknown as ReaderState);
  }

  /** A palm that is shown again while it is locked out is not locked out for longer. */
  #lockOut(person: string): void {
    if (this.#isLockedOut(person)) return;
    this.#state.lockedUntil_us[person] = this.#kernel.now_us + Math.round(this.#values.lockOutMin * US_PER_MIN);
  }

  /** Two people vouch for somebody: the lock-out is over, and the palm is not looked at when it comes next. */
  #letThrough(person: string): void {
    delete this.#state.lockedUntil_us[person];
    this.#state.vouchedUntil_us[person] = this.#kernel.now_us + Math.round(this.#values.vouchedMin * US_PER_MIN);
  }

  #isVouchedFor(person: string): boolean {
    const until_us = this.#state.vouchedUntil_us[person];
    delete this.#state.vouchedUntil_us[person];
    return until_us !== undefined && until_us > this.#kernel.now_us;
  }

  #isLockedOut(person: string): boolean {
    return (this.#state.lockedUntil_us[person] ?? 0) > this.#kernel.now_us;
  }

  #capture(person: string): void {
    const { captureLeastMs, captureMostMs, failureToAcquireShare } = this.#values;
    if (this.#state.carded[person]) return this.#answer('VOUCHED_FOR', captureMostMs);
    if (this.#isVouchedFor(person)) return this.#answer('VOUCHED_FOR', 0);
    if (this.#isLockedOut(person)) return this.#answer('KNOWN_LOCKED_OUT', 0);
    const captureMs = this.#draw(person, 'capture').between(captureLeastMs, captureMostMs);
    const acquired = !this.#draw(person, 'acquire').chance(failureToAcquireShare);
    if (!acquired) this.#record(person, 'failed-to-acquire', 'poor');
    this.#answer(acquired ? 'ACQUIRED' : 'NOT_ACQUIRED', captureMs);
  }

  #compare(person: string): void {
    const threshold = this.#threshold;
    const { mean, goodShare } = this.#handOf(person);
    const matched = this.#draw(person, 'score').normal(mean, 1) >= threshold;
    const quality = this.#draw(person, 'quality').chance(goodShare) ? 'good' : 'poor';
    this.#record(person, matched ? 'matched' : 'not-matched', quality);
    this.#answer(matched ? 'MATCHED' : 'NOT_MATCHED', this.#values.compareMs);
  }

  /** The quantile of a rate costs more than all else of a comparison, and the rate seldom changes. */
  #handOf(person: string): Hand {
    const known = this.#hands.get(person);
    const own = known?.own ?? this.#ownRate(person);
    const rate = this.#falseNonMatchRate(person, own);
    if (known?.rate === rate) return known;
    const mean = this.#threshold - normalQuantile(rate, 0, 1);
    const hand = { own, rate, mean, goodShare: normalCdf(mean - this.#threshold, 0, 1) };
    this.#hands.set(person, hand);
    return hand;
  }

  /** The person's own rate, drawn once for a person and the same on every machine and in every variant. */
  #ownRate(person: string): number {
    const { falseNonMatchShare: mean, falseNonMatchConcentration: k } = this.#values;
    return (
      this.#specOf(person).falseNonMatchRate ??
      (mean === 0 ? 0 : this.#kernel.stream(person, 'false non-match rate').betaAt(0, mean * k, (1 - mean) * k))
    );
  }

  #falseNonMatchRate(person: string, own: number): number {
    const spec = this.#specOf(person);
    const { coldFactor, lotionOrDustFactor } = this.#values;
    const cold = spec.hands.cold || this.#state.cold[person] === true;
    const rate = own * (cold ? coldFactor : 1) * (spec.hands.lotionOrDust ? lotionOrDustFactor : 1);
    return Math.min(Math.max(rate, 1e-12), 1 - 1e-12);
  }

  #specOf(person: string): PersonSpec {
    const spec = this.#people.get(person);
    if (!spec) throw new Error(`${this.#address} does not know ${person}`);
    return spec;
  }

  #draw(person: string, purpose: 'capture' | 'acquire' | 'score' | 'quality'): RandomStream {
    let streams = this.#streams.get(person);
    if (!streams) {
      const streamOf = (name: string) => this.#kernel.stream(this.#address, `${name} of ${person}`);
      streams = {
        capture: streamOf('capture'),
        acquire: streamOf('acquire'),
        score: streamOf('score'),
        quality: streamOf('quality'),
      };
      this.#streams.set(person, streams);
    }
    return streams[purpose];
  }

  #record(person: string, result: string, quality: string): void {
    this.#kernel.record(this.#palm, 'attempt', { person, result, quality });
  }

  /** One answer at a time: whoever went before it came never lets the next one through. */
  #answer(type: string, afterMs: number): void {
    const at_us = this.#kernel.now_us + Math.round(afterMs * US_PER_MS);
    this.#kernel.setTimer(this.#palm, 'answer of the reader', at_us, { type });
  }
}

function copyOf({ lockedUntil_us, vouchedUntil_us, cold, carded }: ReaderState): ReaderState {
  return {
    lockedUntil_us: { ...lockedUntil_us },
    vouchedUntil_us: { ...vouchedUntil_us },
    cold: { ...cold },
    carded: { ...carded },
  };
}
