import { type ParameterOverrides, type ParameterValues, parameterValues } from '../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import { US_PER_MIN } from '../kernel/timeUnits.js';
import type { GuardSpec } from '../spec/WorldSpec.js';
import type { Presence } from './Presence.js';
import { supportParameters } from './support.parameters.js';

type Cause = 'tamper' | 'video';
/** Each alarm's word, for what it is raised and whether it begins. */
const ALARMS: Readonly<Record<string, { readonly cause: Cause; readonly begins: boolean; readonly kind: string }>> = {
  TAMPER_OPENED: { cause: 'tamper', begins: true, kind: 'tamper-alarm' },
  TAMPER_CLOSED: { cause: 'tamper', begins: false, kind: 'tamper-over' },
  VIDEO_LOST: { cause: 'video', begins: true, kind: 'video-lost' },
  VIDEO_BACK: { cause: 'video', begins: false, kind: 'video-restored' },
};

export interface GuardPlace {
  readonly machine: string;
  readonly guard: GuardSpec;
  readonly presence: Presence;
  readonly parameters: readonly ParameterOverrides[];
}

/** Whoever watches over a machine: hears its alarms, and finds somebody of the list who confirms that it may go on. */
export class GuardDesk implements Component {
  readonly #kernel: Kernel;
  readonly #place: GuardPlace;
  readonly #address: string;
  readonly #chart: string;
  readonly #values: ParameterValues<typeof supportParameters>;
  /** What lasts now. */
  #causes: Cause[] = [];

  constructor(kernel: Kernel, place: GuardPlace) {
    this.#kernel = kernel;
    this.#place = place;
    this.#address = `${place.machine}/guard-desk`;
    this.#chart = `${place.machine}/guard`;
    this.#values = parameterValues('support', supportParameters, ...place.parameters);
    kernel.register(this.#address, 3, this);
  }

  handle(event: KernelEvent): void {
    const alarm = ALARMS[event.type];
    if (alarm) return this.#heard(alarm);
    switch (event.type) {
      case 'ASK_TO_CONFIRM':
        return this.#ask();
      case 'LOOK_AGAIN':
        return this.#ask();
      case 'CALL_ENDS':
        return this.#kernel.post(this.#chart, { type: 'CONFIRMED', by: event.by as string });
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return [...this.#causes];
  }

  restore(saved: Saved): void {
    this.#causes = [...(saved as unknown as Cause[])];
  }

  #heard({ cause, begins, kind }: { readonly cause: Cause; readonly begins: boolean; readonly kind: string }): void {
    this.#kernel.record(this.#chart, kind, {});
    if (!this.#place.guard.stopsOn.includes(cause)) return;
    this.#causes = this.#causes.filter((one) => one !== cause);
    if (begins) {
      this.#causes.push(cause);
      for (const key of ['call', 'look']) this.#kernel.cancelTimer(this.#address, key);
      this.#kernel.post(this.#chart, { type: 'ALARM', cause });
    } else if (this.#causes.length === 0) this.#kernel.post(this.#chart, { type: 'OVER' });
  }

  /** The first of the list who is there; where nobody is, whoever comes next. */
  #ask(): void {
    const { guard, presence } = this.#place;
    const now_us = this.#kernel.now_us;
    const by = guard.confirmBy.find((id) => presence.isThere(id, now_us));
    if (by !== undefined) {
      const { callLeastMin, callLikelyMin, callMostMin } = this.#values;
      const callMin = this.#kernel.stream(this.#address, 'call').triangular(callLeastMin, callLikelyMin, callMostMin);
      const ends_us = now_us + Math.round(callMin * US_PER_MIN);
      return this.#kernel.setTimer(this.#address, 'call', ends_us, { type: 'CALL_ENDS', by });
    }
    this.#kernel.record(this.#chart, 'nobody-to-confirm', {});
    const comes = guard.confirmBy.map((id) => presence.comes(id, now_us)).filter((at_us) => at_us !== null);
    if (comes.length > 0) this.#kernel.setTimer(this.#address, 'look', Math.min(...comes), { type: 'LOOK_AGAIN' });
  }
}
