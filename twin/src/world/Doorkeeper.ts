import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import type { AccessSpec, SiteSpec } from '../spec/WorldSpec.js';
import { LocalHours } from './LocalHours.js';

/** Somebody with a key who wants to open the machine, and who is told when they may. */
interface Wish {
  readonly by: string;
  readonly role: string;
  readonly why: string;
  readonly reply: string;
}

interface DoorkeeperState {
  /** Who has the door, the others behind them in the order in which they came. */
  wishes: Wish[];
}

/** Anybody with a key, alone. */
const ANYBODY: AccessSpec = { roles: null, twoPerson: false };

/**
 * Who may open one machine, `MACHINE/doorkeeper`: by role, one visit after the other, and before a second person where the
 * site has that rule. Every opening is an entry that names both.
 */
export class Doorkeeper implements Component {
  readonly #kernel: Kernel;
  readonly #address: string;
  readonly #site: SiteSpec;
  readonly #staff: LocalHours;
  #state: DoorkeeperState = { wishes: [] };

  constructor(kernel: Kernel, machine: string, site: SiteSpec, epoch_us: number) {
    this.#kernel = kernel;
    this.#address = `${machine}/doorkeeper`;
    this.#site = site;
    this.#staff = new LocalHours(site, site.staff, epoch_us);
    kernel.register(this.#address, 3, this);
  }

  handle(event: KernelEvent): void {
    switch (event.type) {
      case 'WANTS_IN':
        this.#state.wishes.push({
          by: event.by as string,
          role: event.role as string,
          why: event.why as string,
          reply: event.reply as string,
        });
        return this.#state.wishes.length === 1 ? this.#consider() : undefined;
      case 'TURNED_BACK':
        return this.#kernel.record(this.#address, 'opening-refused', { by: event.by as string, role: event.role as string });
      case 'STAFF_COME':
        return this.#consider();
      case 'OUT_AGAIN':
        this.#state.wishes.shift();
        return this.#state.wishes.length > 0 ? this.#consider() : undefined;
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return { wishes: this.#state.wishes.map((wish) => ({ ...wish })) };
  }

  restore(saved: Saved): void {
    const { wishes } = saved as unknown as DoorkeeperState;
    this.#state = { wishes: wishes.map((wish) => ({ ...wish })) };
  }

  /** The first in line opens as soon as whoever must be there is there. */
  #consider(): void {
    const wish = this.#state.wishes[0];
    if (!wish) return;
    const { twoPerson } = this.#site.access ?? ANYBODY;
    const now_us = this.#kernel.now_us;
    if (twoPerson && !this.#staff.isOpen(now_us)) {
      const comes_us = this.#staff.nextOpening(now_us);
      if (comes_us !== null) this.#kernel.setTimer(this.#address, 'staff', comes_us, { type: 'STAFF_COME' });
      return;
    }
    const { by, role, why, reply } = wish;
    const staff = `${this.#site.id}/staff`;
    const second = !twoPerson ? '' : by === staff ? `${this.#site.id}/other-staff` : staff;
    this.#kernel.record(this.#address, 'opening', { by, role, second, why });
    this.#kernel.post(reply, { type: 'MAY_OPEN', second: by === staff ? `${this.#site.id}/other-staff` : staff });
  }
}

/** Whether somebody of this role may open a machine of the site at all. */
export function mayOpen(site: SiteSpec, role: string): boolean {
  const { roles } = site.access ?? ANYBODY;
  return roles === null || roles.some((one) => one === role);
}
