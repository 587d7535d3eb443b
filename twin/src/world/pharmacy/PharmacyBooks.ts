import { type ParameterOverrides, type ParameterValues, parameterValues } from '../../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../../kernel/Kernel.js';
import { US_PER_MIN } from '../../kernel/timeUnits.js';
import { pharmacyParameters } from './pharmacy.parameters.js';

/** For what a pharmacy is paid. */
type PaidFor = 'handed-over' | 'fill' | 'delivery';
/** Where a pharmacist's time goes. */
type WorkedAt = 'counter' | 'packing' | 'road' | 'machine';

interface BooksState {
  /** By machine: since when the pharmacist is there. */
  there_us: Record<string, number>;
}

/** What one pharmacy is paid and what time it costs its pharmacist, `SITE/books`: at the counter, or for the machines that it fills. */
export class PharmacyBooks implements Component {
  readonly #kernel: Kernel;
  readonly #address: string;
  readonly #values: ParameterValues<typeof pharmacyParameters>;
  #state: BooksState = { there_us: {} };

  constructor(kernel: Kernel, site: string, layers: readonly ParameterOverrides[]) {
    this.#kernel = kernel;
    this.#address = `${site}/books`;
    this.#values = parameterValues('pharmacy', pharmacyParameters, ...layers);
    kernel.register(this.#address, 3, this);
  }

  handle(event: KernelEvent): void {
    const { handOverFeeCad, fillFeeCad, deliveryFeeCad, packMin } = this.#values;
    const machine = event.machine as string;
    switch (event.type) {
      case 'HANDED_OVER':
        this.#worked('counter', event.took_us as number);
        return event.isFirstToday === true ? this.#paid('handed-over', handOverFeeCad) : undefined;
      case 'SETS_OFF':
        this.#worked('packing', Math.round((event.packages as number) * packMin * US_PER_MIN));
        return this.#worked('road', 2 * (event.travel_us as number));
      case 'DELIVERS':
        this.#state.there_us[machine] = this.#kernel.now_us;
        return this.#paid('delivery', deliveryFeeCad);
      case 'FILLS':
        return this.#paid('fill', fillFeeCad);
      case 'LEAVES':
        this.#worked('machine', this.#kernel.now_us - (this.#state.there_us[machine] ?? this.#kernel.now_us));
        delete this.#state.there_us[machine];
        return;
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return { there_us: { ...this.#state.there_us } };
  }

  restore(saved: Saved): void {
    this.#state = { there_us: { ...(saved as unknown as BooksState).there_us } };
  }

  #paid(what: PaidFor, dollars: number): void {
    const paid_cents = Math.round(dollars * 100);
    if (paid_cents > 0) this.#kernel.record(this.#address, 'pharmacy-paid', { what, paid_cents });
  }

  #worked(at: WorkedAt, took_us: number): void {
    if (took_us > 0) this.#kernel.record(this.#address, 'pharmacist-worked', { at, took_us });
  }
}
