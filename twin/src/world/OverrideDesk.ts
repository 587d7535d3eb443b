import { type ParameterOverrides, type ParameterValues, parameterValues } from '../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import { overrideDeskParameters } from './overrideDesk.parameters.js';

interface Asked {
  readonly person: string;
  first: string | null;
}

const US_PER_MIN = 60_000_000;

/**
 * Brings together the two signatures that let a locked-out palm through: whoever of the site's list is there signs, one
 * after the other, never the same person twice. Who is there is asked at the moment of each signature.
 */
export class OverrideDesk implements Component {
  readonly #kernel: Kernel;
  readonly #address: string;
  readonly #palm: string;
  readonly #signers: readonly string[];
  readonly #isThere: (signer: string) => boolean;
  readonly #values: ParameterValues<typeof overrideDeskParameters>;
  #asked: Asked | null = null;

  constructor(
    kernel: Kernel,
    machine: string,
    signers: readonly string[],
    isThere: (signer: string) => boolean,
    layers: readonly ParameterOverrides[],
  ) {
    this.#kernel = kernel;
    this.#address = `${machine}/override`;
    this.#palm = `${machine}/palm`;
    this.#signers = signers;
    this.#isThere = isThere;
    this.#values = parameterValues('overrideDesk', overrideDeskParameters, ...layers);
    kernel.register(this.#address, 3, this);
  }

  handle(event: KernelEvent): void {
    switch (event.type) {
      case 'OVERRIDE_ASKED':
        this.#asked = { person: event.person as string, first: null };
        return this.#seek('first');
      case 'OVERRIDE_WITHDRAWN':
        this.#asked = null;
        this.#kernel.cancelTimer(this.#address, 'sign');
        return;
      case 'SIGN':
        return this.#signIfAnybodyIsThere();
      case 'SIGNED_BY':
        return this.#sign(event.by as string);
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return this.#asked ? { ...this.#asked } : null;
  }

  restore(saved: Saved): void {
    this.#asked = saved === null ? null : { ...(saved as unknown as Asked) };
  }

  /** The next signature comes after a while, if somebody is there to give it then. */
  #seek(which: 'first' | 'second'): void {
    const values = this.#values;
    const draw = this.#kernel.stream(this.#address, `${which} signature`);
    const afterMin =
      which === 'first'
        ? draw.triangular(values.firstLeastMin, values.firstLikelyMin, values.firstMostMin)
        : draw.triangular(values.secondLeastMin, values.secondLikelyMin, values.secondMostMin);
    this.#kernel.setTimer(this.#address, 'sign', this.#kernel.now_us + Math.round(afterMin * US_PER_MIN), { type: 'SIGN' });
  }

  #signIfAnybodyIsThere(): void {
    const signer = this.#signers.find((one) => one !== this.#asked?.first && this.#isThere(one));
    if (signer !== undefined) this.#sign(signer);
    else this.#kernel.record(this.#address, 'nobody-to-sign', { person: this.#asked?.person ?? '' });
  }

  #sign(by: string): void {
    const asked = this.#asked;
    if (!asked) return;
    if (asked.first === null) {
      asked.first = by;
      this.#kernel.post(this.#palm, { type: 'SIGNED', first: by });
      this.#seek('second');
    } else if (asked.first !== by) {
      this.#asked = null;
      this.#kernel.cancelTimer(this.#address, 'sign');
      this.#kernel.post(this.#palm, { type: 'SIGNED_BY_ANOTHER', second: by });
    }
  }
}
