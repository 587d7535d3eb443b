import { epochOfDay, localTime } from '../calendar/zone.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import { type CheckInSpec, type SiteSpec, WEEKDAYS } from '../spec/WorldSpec.js';
import { LocalHours } from './LocalHours.js';
import type { Startable } from './Startable.js';

/**
 * Somebody of the programme who calls a site on certain days, `SITE/check-ins`: if staff are there they look at the machines,
 * and what is wrong is known from then on.
 */
export class CheckIns implements Component, Startable {
  readonly #kernel: Kernel;
  readonly #site: SiteSpec;
  readonly #checkIn: CheckInSpec;
  readonly #machines: readonly string[];
  readonly #epoch_us: number;
  readonly #address: string;
  readonly #staff: LocalHours;

  constructor(kernel: Kernel, site: SiteSpec, checkIn: CheckInSpec, machines: readonly string[], epoch_us: number) {
    this.#kernel = kernel;
    this.#site = site;
    this.#checkIn = checkIn;
    this.#machines = machines;
    this.#epoch_us = epoch_us;
    this.#address = `${site.id}/check-ins`;
    this.#staff = new LocalHours(site, site.staff, epoch_us);
    kernel.register(this.#address, 3, this);
  }

  start(): void {
    this.#plan(0);
  }

  handle(event: KernelEvent): void {
    if (event.type !== 'CALLS') throw new Error(`${this.#address} does not know the event ${event.type}`);
    this.#plan(1);
    const answered = this.#staff.isOpen(this.#kernel.now_us);
    this.#kernel.record(this.#address, 'check-in', { answered });
    if (answered)
      for (const machine of this.#machines) this.#kernel.post(`${machine}/helpline`, { type: 'LOOKED_AT', by: 'check-in' });
  }

  save(): Saved {
    return null;
  }

  restore(): void {}

  #plan(fromDay: 0 | 1): void {
    const { days, atMin } = this.#checkIn;
    const now_us = this.#kernel.now_us;
    const { dayNumber, weekday } = localTime(this.#site.zone, this.#epoch_us + now_us);
    for (let day = fromDay; day <= WEEKDAYS.length; day++) {
      const at_us = epochOfDay(this.#site.zone, dayNumber + day, atMin) - this.#epoch_us;
      const isDay = days.includes(WEEKDAYS[(weekday - 1 + day) % WEEKDAYS.length] ?? 'mon');
      if (isDay && at_us >= now_us) return this.#kernel.setTimer(this.#address, 'next', at_us, { type: 'CALLS' });
    }
  }
}
