import { cartridgeAddress, type Kernel, type Saved } from '@dosetwin/twin';
import { chartStateNames } from '../wire/chartStateNames.js';
import type { BlockValues } from '../wire/registerNames.js';

const NAMES = chartStateNames();
/** What a chart's `state` entry says brought it about: nobody told, it was read. */
const READ = 'read';

/**
 * Where a board's charts stand, as entries `state` of level 1, like those of the model, so that page and reports show both the
 * same way. It is as fine as the polls: what came and went between two of them is not seen.
 */
export class ChartsSeen {
  readonly #kernel: Kernel;
  readonly #machine: string;
  readonly #cartridges: number;
  /** By source, what was said of it last. */
  #said: Record<string, string> = {};

  constructor(kernel: Kernel, machine: string, cartridges: number) {
    this.#kernel = kernel;
    this.#machine = machine;
    this.#cartridges = cartridges;
  }

  /** The board has started: every cartridge's chart is entered. */
  begin(): void {
    for (let cartridge = 1; cartridge <= this.#cartridges; cartridge++)
      this.#say(cartridgeAddress(this.#machine, cartridge), 'home');
  }

  read(status: BlockValues<'status'>): void {
    const { order, orderMode, orderLane } = status;
    if (!(`${this.#machine}/interlock` in this.#said)) this.begin();
    const interlock = NAMES.interlock([status.statusInterlock0, status.statusInterlock1, status.statusInterlock2]);
    this.#say(`${this.#machine}/interlock`, interlock.join());
    const cartridge = orderMode >>> 8;
    if (order !== 0 && cartridge >= 1 && cartridge <= this.#cartridges)
      this.#say(cartridgeAddress(this.#machine, cartridge), NAMES.lane(orderLane).join());
  }

  save(): Saved {
    return { ...this.#said };
  }

  restore(saved: Saved): void {
    this.#said = { ...(saved as unknown as Record<string, string>) };
  }

  #say(source: string, is: string): void {
    if (this.#said[source] === is) return;
    this.#said[source] = is;
    this.#kernel.record(source, 'state', { is, on: READ }, 1);
  }
}
