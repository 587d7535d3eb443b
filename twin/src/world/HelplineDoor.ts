import type { Kernel } from '../kernel/Kernel.js';
import { mayOpen } from './Doorkeeper.js';
import type { HelplinePlace } from './HelplinePlace.js';
import type { Visitor } from './HelplineState.js';

/** Who gets in at a machine. Where somebody keeps the door, they are asked first: another may have it, or a second must be there. */
export class HelplineDoor {
  readonly #kernel: Kernel;
  readonly #place: HelplinePlace;
  readonly #reply: string;

  /** `reply` is the address that hears `MAY_OPEN`. */
  constructor(kernel: Kernel, place: HelplinePlace, reply: string) {
    this.#kernel = kernel;
    this.#place = place;
    this.#reply = reply;
  }

  /** Whether the door may be opened at once; else whoever keeps it will say when. */
  opensFor({ by, role }: Visitor): boolean {
    return !this.#tell({ type: 'WANTS_IN', by, role, why: 'fault', reply: this.#reply });
  }

  /** Somebody whose role may not open the machine is turned back, key or no key; whether that was so. */
  turnsBack(by: string, role: string): boolean {
    return !mayOpen(this.#place.site, role) && this.#tell({ type: 'TURNED_BACK', by, role });
  }

  outAgain(): void {
    this.#tell({ type: 'OUT_AGAIN' });
  }

  /** Whether somebody keeps the door and hears it. */
  #tell(event: { readonly type: string; readonly [argument: string]: string }): boolean {
    const { doorkeeper = null } = this.#place;
    if (doorkeeper !== null) this.#kernel.post(doorkeeper, event);
    return doorkeeper !== null;
  }
}
