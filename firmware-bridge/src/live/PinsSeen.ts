import type { Kernel, Signal } from '@dosetwin/twin';
import type { BlockValues } from '../wire/registerNames.js';

const DOOR_OPEN = 1;
const MOTOR_ON = 256;
const ENDS: readonly string[] = ['dropped', 'recovered', 'jammed'];

/**
 * What polls see of a real mechanism, as entries `door` and `drive` of level 0, so that what is expected of motors and doors is judged by
 * it. It is as fine as the polls, and how far a coil has turned is not known: 0. Of a board that shows no pins its signals are all there
 * is: that a motor stopped as the door was opened is then that board's word.
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
    this.#see((inputs & DOOR_OPEN) !== 0, (inputs & MOTOR_ON) === 0 ? 0 : orderMode >>> 8);
  }

  /** What a signal of a board without pins tells of them. */
  hear({ name, args }: Signal): void {
    if (name === 'door-opened') this.#see(true, 0);
    else if (name === 'door-closed') this.#see(false, this.#driven);
    else if (name === 'moving') this.#see(this.#isOpen, args.cartridge as number);
    else if (ENDS.includes(name) && args.cartridge === this.#driven) this.#see(this.#isOpen, 0);
  }

  #see(isOpen: boolean, driven: number): void {
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
