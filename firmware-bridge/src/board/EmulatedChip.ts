import { avrInstruction, CPU } from 'avr8js';

/**
 * An ATmega2560 as far as a program without peripherals sees it. What avr8js 0.21 has to be told, with the chapters of the
 * data sheet (Atmel-2549Q) that say why:
 *
 * - Flash is 256 KiB (8.2). avr8js takes a program counter of 22 bits, and return addresses of three bytes (7.7.1), only if
 *   the program it is given is longer than 128 KiB: so the whole flash is handed over, the program at its start.
 * - Data memory is 0x2200 bytes: 32 registers, 64 + 416 of input and output, 8 KiB of SRAM from 0x200 (8.3, table 8-1). The
 *   CPU adds 0x100 to the size it is given, as on the 328P, where SRAM begins at 0x100: so it is given 8192 + 256.
 * - An erased flash reads 0xFFFF (30.8). A program that runs off its end meets an instruction that does not exist.
 */
export class EmulatedChip {
  readonly #cpu: CPU;
  readonly #programBytes: number;
  readonly #firstFree: number;

  /** `image`: the flash from address 0. `firstFree`: the first byte of SRAM that no variable has, `_end` of the linker. */
  constructor(image: Uint8Array, firstFree: number) {
    const flash = new Uint8Array(FLASH_BYTES).fill(0xff);
    flash.set(image);
    this.#cpu = new CPU(new Uint16Array(flash.buffer), SRAM_BYTES + EXTENDED_IO_BYTES);
    this.#programBytes = image.length;
    this.#firstFree = firstFree;
    this.#cpu.data.fill(UNTOUCHED, firstFree);
  }

  /** Data memory by address, as the program sees it. */
  get memory(): Uint8Array {
    return this.#cpu.data;
  }

  get cycles(): number {
    return this.#cpu.cycles;
  }

  /** Bytes that the stack has taken at most since power-up: from the end of SRAM down to the last one that ever changed. */
  get deepestStackBytes(): number {
    let address = this.#firstFree;
    while (address < this.memory.length && this.memory[address] === UNTOUCHED) address += 1;
    return this.memory.length - address;
  }

  /** Runs until a byte of memory is something other than 0. @throws after `maxCycles`, or when the program leaves its flash */
  runUntilSet(address: number, maxCycles: number): void {
    const cpu = this.#cpu;
    const { data } = cpu;
    const end = cpu.cycles + maxCycles;
    while (data[address] === 0) {
      avrInstruction(cpu);
      if (cpu.cycles > end) throw new Error(`the board did not answer within ${maxCycles} cycles`);
    }
    if (cpu.pc * 2 >= this.#programBytes) throw new Error(`the board left its program, at ${cpu.pc * 2}`);
  }
}

const FLASH_BYTES = 256 * 1024;
const SRAM_BYTES = 8192;
/** From 0x100 to 0x1FF, which the 328P does not have. */
const EXTENDED_IO_BYTES = 256;
/** Nothing that a program is likely to leave behind; one that did would make the stack look smaller by that byte. */
const UNTOUCHED = 0xa5;
