import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import type { SiteSpec } from '../spec/WorldSpec.js';
import { LocalHours } from './LocalHours.js';
import type { Startable } from './Startable.js';

/** A place with a door of its own: opens and closes by its hours, and says so to the lobbies of its machines; or it never opened. */
export class Site implements Component, Startable {
  readonly #kernel: Kernel;
  readonly #address: string;
  readonly #lobbies: readonly string[];
  readonly #hours: LocalHours;
  readonly #isOpened: boolean;

  constructor(kernel: Kernel, site: SiteSpec, machines: readonly string[], epoch_us: number, isOpened = true) {
    this.#kernel = kernel;
    this.#isOpened = isOpened;
    this.#address = site.id;
    this.#lobbies = machines.map((machine) => `${machine}/lobby`);
    this.#hours = new LocalHours(site, site.hours, epoch_us);
    kernel.register(site.id, 3, this);
  }

  /** A lobby is shut until it hears otherwise. */
  start(): void {
    if (this.#isOpened) this.#say();
    else this.#kernel.record(this.#address, 'not-opened', {});
  }

  handle(_: KernelEvent): void {
    this.#say();
  }

  save(): Saved {
    return null;
  }

  restore(_: Saved): void {}

  /** Records what holds from now on, and comes back when it changes. */
  #say(): void {
    const now_us = this.#kernel.now_us;
    const open = this.#hours.isOpen(now_us);
    this.#kernel.record(this.#address, open ? 'opened' : 'closed', {});
    for (const lobby of this.#lobbies) this.#kernel.post(lobby, { type: open ? 'OPENED' : 'CLOSED' });
    const change_us = open ? this.#hours.nextClosing(now_us) : this.#hours.nextOpening(now_us);
    if (change_us !== null) this.#kernel.setTimer(this.#address, 'hours', change_us, { type: 'HOURS' });
  }
}
