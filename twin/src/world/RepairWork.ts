import type { ParameterValues } from '../charts/parameters.js';
import type { Kernel } from '../kernel/Kernel.js';
import { US_PER_MIN } from '../kernel/timeUnits.js';
import type { Jam } from './HelplineState.js';
import type { supportParameters } from './support.parameters.js';

/** How a cartridge itself stuck: what is wrong with beam, box or flap needs no part of a cartridge. */
const OF_A_CARTRIDGE = new Set(['hung-up', 'stall-current', 'stall-cam', 'misaligned', 'double-feed']);

/** How long mending takes beside its timed steps, whether a part is needed, and when that has come: `PART_CAME` at the helpline. */
export class RepairWork {
  readonly #kernel: Kernel;
  readonly #address: string;
  readonly #values: ParameterValues<typeof supportParameters>;

  constructor(kernel: Kernel, address: string, values: ParameterValues<typeof supportParameters>) {
    this.#kernel = kernel;
    this.#address = address;
    this.#values = values;
  }

  /** Some faults take longer to mend than freeing a package does: `MENDED_NEXT` comes after it; whether it takes any such time. */
  begins(jam: Jam): boolean {
    const { mendMeanMin } = this.#values;
    if (mendMeanMin === 0) return false;
    const at_us = this.#kernel.now_us + Math.round(this.#draw('mend', jam).exponential(mendMeanMin) * US_PER_MIN);
    this.#kernel.setTimer(this.#address, 'mend', at_us, { type: 'MENDED_NEXT' });
    return true;
  }

  /** A visit finds it out once for each jam; a part that was fitted mends it. */
  isNeededFor(jam: Jam): boolean {
    const { partShare } = this.#values;
    if (partShare === 0 || jam.part !== 'none' || !OF_A_CARTRIDGE.has(jam.mode)) return false;
    return this.#draw('part needed', jam).chance(partShare);
  }

  /** The instant at which it will have come. A desk far away turns no coil that waits for a part. */
  order(jam: Jam): number {
    const { partLeastMin, partLikelyMin, partMostMin } = this.#values;
    const afterMin = this.#draw('part', jam).triangular(partLeastMin, partLikelyMin, partMostMin);
    const comes_us = this.#kernel.now_us + Math.round(afterMin * US_PER_MIN);
    const { cartridge } = jam;
    jam.part = 'on-order';
    jam.triedRemotely = true;
    this.#kernel.setTimer(this.#address, `part for ${cartridge}`, comes_us, { type: 'PART_CAME', cartridge });
    return comes_us;
  }

  cancel(cartridges: readonly number[]): void {
    for (const cartridge of cartridges) this.#kernel.cancelTimer(this.#address, `part for ${cartridge}`);
  }

  #draw(purpose: string, { number }: Jam) {
    const stream = this.#kernel.stream(this.#address, purpose);
    stream.index = number;
    return stream;
  }
}
