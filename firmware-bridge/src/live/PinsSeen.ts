import type { Kernel } from '@dosetwin/twin';
import type { BlockValues } from '../wire/registerNames.js';

const DOOR_OPEN = 1;
const MOTOR_ON = 256;

/**
 * What polls see of a real mechanism, as entries `door` and `drive` of level 0, so that what is expected of motors and doors is judged by
 * it. It is as fine as the polls, and how far a coil has turned is not known: 0.
 */
export class PinsSeen {
  readonly #kernel: Kernel;
  readonly #source: string;
  #isOpen = false;
  #driven = 0;

  constructor(kernel: Kernel, machine: string) {
    this.#kernel = kernel;
    this.#source = `${machine}/mechanism`;
  }

  read({ inputs, orderMode }: BlockValues<'status'>): void {
    const isOpen = (inputs & DOOR_OPEN) !== 0;
    const driven = (inputs & MOTOR_ON) === 0 ? 0 : orderMode >>> 8;
    if (driven !== this.#driven) {
      if (this.#driven !== 0) this.#drive(this.#driven, false);
      if (driven !== 0) this.#drive(driven, true);
      this.#driven = driven;
    }
    if (isOpen !== this.#isOpen) this.#kernel.record(this.#source, 'door', { open: isOpen }, 0);
    this.#isOpen = isOpen;
  }

  #drive(cartridge: number, on: boolean): void {
    this.#kernel.record(this.#source, 'drive', { cartridge, on, coil_mdeg: 0, speed_mdeg_s: 0 }, 0);
  }
}
