import type { ParameterValues } from '../charts/parameters.js';
import type { Kernel } from '../kernel/Kernel.js';
import { US_PER_MIN } from '../kernel/timeUnits.js';
import type { HelplinePlace } from './HelplinePlace.js';
import type { Jam } from './HelplineState.js';
import type { LocalHours } from './LocalHours.js';
import type { supportParameters } from './support.parameters.js';

/** When a jam of one machine will be noticed, and by whom: the helpline hears `NOTICE` then. */
export class NoticeTimers {
  readonly #kernel: Kernel;
  readonly #place: HelplinePlace;
  readonly #address: string;
  readonly #staff: LocalHours;
  readonly #values: ParameterValues<typeof supportParameters>;

  constructor(kernel: Kernel, place: HelplinePlace, staff: LocalHours, values: ParameterValues<typeof supportParameters>) {
    this.#kernel = kernel;
    this.#place = place;
    this.#address = `${place.machine}/helpline`;
    this.#staff = staff;
    this.#values = values;
  }

  /** Staff come upon it, sooner or later in their hours; sooner with a manual at hand. */
  byStaff(jam: Jam): void {
    const { staffNoticeMeanMin, manualNoticeShare } = this.#values;
    const meanMin = this.#place.site.manual ? staffNoticeMeanMin * manualNoticeShare : staffNoticeMeanMin;
    const afterMin = this.#draw('staff notice', jam).exponential(meanMin);
    const at_us = this.#staff.openFor(this.#kernel.now_us, Math.round(afterMin * US_PER_MIN));
    if (at_us !== null) this.#at(at_us, jam, 'staff');
  }

  /** The machine's own message, which somebody reads after a while. */
  byAlert(jam: Jam): void {
    const { alertLeastMin, alertLikelyMin, alertMostMin } = this.#values;
    const afterMin = this.#draw('alert', jam).triangular(alertLeastMin, alertLikelyMin, alertMostMin);
    this.#at(this.#kernel.now_us + Math.round(afterMin * US_PER_MIN), jam, 'alert');
  }

  /** Somebody who got no dose tells the staff. */
  byPerson(jam: Jam): void {
    this.#at(this.#kernel.now_us + Math.round(this.#values.personTellsMin * US_PER_MIN), jam, 'person');
  }

  stop(cartridge: number): void {
    for (const by of ['staff', 'alert', 'person']) this.#kernel.cancelTimer(this.#address, `${by} notices ${cartridge}`);
  }

  stopAlert(cartridge: number): void {
    this.#kernel.cancelTimer(this.#address, `alert notices ${cartridge}`);
  }

  #at(t_us: number, { cartridge }: Jam, by: string): void {
    this.#kernel.setTimer(this.#address, `${by} notices ${cartridge}`, t_us, { type: 'NOTICE', cartridge, by });
  }

  #draw(purpose: string, { number }: Jam) {
    const stream = this.#kernel.stream(this.#address, purpose);
    stream.index = number;
    return stream;
  }
}
