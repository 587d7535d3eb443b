import { ATMEGA2560 } from './ATMEGA2560.js';
import type { ChipParts } from './ChipParts.js';
import type { EepromCells, EepromMode } from './EepromCells.js';

const { EECR, EEDR, EEARL, EEARH, eepromBytes, vectors } = ATMEGA2560;
const MODE_BITS = 0x30;
const READY_INTERRUPT = 0x08;
const MASTER_ENABLE = 0x04;
const WRITE_ENABLE = 0x02;
const READ_ENABLE = 0x01;
/** By the mode bits; the fourth is reserved (table 8-2). */
const MODES: readonly (EepromMode | undefined)[] = ['erase-and-write', 'erase', 'write'];
/** Hardware clears the master enable after four cycles. */
const MASTER_CYCLES = 4;
/** The CPU stands still after a strobe (8.3.1). */
const READ_HALT_CYCLES = 4;
const WRITE_HALT_CYCLES = 2;

/** The registers of the EEPROM (data sheet, 8.3 and 8.6). While a write is in flight nothing can be read and no address set. */
export class EepromPort {
  readonly #parts: ChipParts;
  readonly #cells: EepromCells;
  readonly #slot: number;
  #masterUntil = -1;

  constructor(parts: ChipParts, cells: EepromCells) {
    this.#parts = parts;
    this.#cells = cells;
    const { cpu, clock } = parts;
    this.#slot = clock.add(() => this.#raise());
    // A write goes on through a reset that leaves the supply alone.
    if (this.#isBusy) clock.set(this.#slot, cells.busyUntil);
    cpu.readHooks[EECR] = () => {
      const master = cpu.cycles <= this.#masterUntil ? MASTER_ENABLE : 0;
      const writing = this.#isBusy ? WRITE_ENABLE : 0;
      return ((cpu.data[EECR] as number) & (MODE_BITS | READY_INTERRUPT)) | master | writing;
    };
    cpu.writeHooks[EECR] = (value, old, _address, mask) => {
      this.#control(value & mask, old, mask);
      return true;
    };
    for (const register of [EEARL, EEARH]) cpu.writeHooks[register] = () => this.#isBusy;
  }

  save(): number {
    return this.#masterUntil;
  }

  restore(masterUntil: number): void {
    this.#masterUntil = masterUntil;
  }

  get #isBusy(): boolean {
    return this.#parts.cpu.cycles < this.#cells.busyUntil;
  }

  get #address(): number {
    const { data } = this.#parts.cpu;
    return ((data[EEARL] as number) + 256 * (data[EEARH] as number)) % eepromBytes;
  }

  #control(asked: number, old: number, mask: number): void {
    const { cpu } = this.#parts;
    const kept = READY_INTERRUPT | (this.#isBusy ? 0 : MODE_BITS);
    const changes = mask & kept;
    cpu.data[EECR] = (old & ~changes) | (asked & changes);
    if (asked & WRITE_ENABLE && cpu.cycles <= this.#masterUntil && !this.#isBusy) this.#write();
    else if (asked & READ_ENABLE && !this.#isBusy) this.#read();
    if (asked & MASTER_ENABLE) this.#masterUntil = cpu.cycles + MASTER_CYCLES;
    this.#raise();
  }

  #write(): void {
    const { cpu, clock } = this.#parts;
    const mode = MODES[((cpu.data[EECR] as number) & MODE_BITS) >> 4];
    if (mode === undefined) throw new Error('the program asks the EEPROM for a mode that is reserved');
    this.#cells.write(this.#address, cpu.data[EEDR] as number, mode, cpu.cycles);
    cpu.cycles += WRITE_HALT_CYCLES;
    clock.set(this.#slot, this.#cells.busyUntil);
  }

  #read(): void {
    const { cpu } = this.#parts;
    this.#cells.settle(cpu.cycles);
    cpu.data[EEDR] = this.#cells.bytes[this.#address] as number;
    cpu.cycles += READ_HALT_CYCLES;
  }

  /** The line is up as long as the EEPROM is ready and the program wants to know. */
  #raise(): void {
    const { cpu, interrupts } = this.#parts;
    if (!this.#isBusy) this.#cells.settle(cpu.cycles);
    interrupts.set(vectors.EE_READY, !this.#isBusy && ((cpu.data[EECR] as number) & READY_INTERRUPT) !== 0);
  }
}
