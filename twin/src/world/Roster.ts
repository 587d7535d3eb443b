import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import type { SiteSpec } from '../spec/WorldSpec.js';
import { LocalHours } from './LocalHours.js';
import type { Startable } from './Startable.js';

/** Who is on duty at a site, `SITE/roster`: its own staff by their hours, and whoever is there on rounds. */
export class Roster implements Component, Startable {
  readonly #kernel: Kernel;
  readonly #site: SiteSpec;
  readonly #address: string;
  readonly #staff: LocalHours;
  #state = { staffOn: false, visiting: 0 };

  constructor(kernel: Kernel, site: SiteSpec, epoch_us: number) {
    this.#kernel = kernel;
    this.#site = site;
    this.#address = `${site.id}/roster`;
    this.#staff = new LocalHours(site, site.staff, epoch_us);
    kernel.register(this.#address, 3, this);
  }

  start(): void {
    this.#keepHours();
  }

  handle(event: KernelEvent): void {
    switch (event.type) {
      case 'STAFF_HOURS':
        return this.#keepHours();
      case 'ROUND_BEGINS':
        return this.#change({ visiting: this.#state.visiting + 1 });
      case 'ROUND_ENDS':
        return this.#change({ visiting: this.#state.visiting - 1 });
      case 'SOMEBODY_CAME':
        return this.#came(event.person as string);
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return { ...this.#state };
  }

  restore(saved: Saved): void {
    this.#state = { ...(saved as unknown as { staffOn: boolean; visiting: number }) };
  }

  #came(person: string): void {
    const stream = this.#kernel.stream(`${this.#address}/${person}`, 'talks');
    if (stream.chance(this.#site.talkShare ?? 0)) this.#tell({ type: 'WISHES_TO_TALK', person });
  }

  #keepHours(): void {
    const now_us = this.#kernel.now_us;
    const staffOn = this.#staff.isOpen(now_us);
    const change_us = staffOn ? this.#staff.nextClosing(now_us) : this.#staff.nextOpening(now_us);
    if (change_us !== null) this.#kernel.setTimer(this.#address, 'hours', change_us, { type: 'STAFF_HOURS' });
    this.#change({ staffOn });
  }

  #change(change: Partial<{ staffOn: boolean; visiting: number }>): void {
    const before = this.#isAttended();
    this.#state = { ...this.#state, ...change };
    const after = this.#isAttended();
    if (before !== after) this.#tell({ type: after ? 'COMES_ON' : 'GOES_OFF' });
  }

  #isAttended(): boolean {
    return this.#state.staffOn || this.#state.visiting > 0;
  }

  #tell(event: KernelEvent): void {
    this.#kernel.post(`${this.#site.id}/shift`, event);
  }
}
