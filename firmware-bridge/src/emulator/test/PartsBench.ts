import { CPU } from 'avr8js';
import type { ChipParts } from '../ChipParts.js';
import { ClockEvents } from '../ClockEvents.js';
import { Interrupts } from '../Interrupts.js';

/** The data memory of a chip without a program, so that a test can be the program: each access takes the cycles it is given. */
export class PartsBench implements ChipParts {
  readonly cpu = new CPU(new Uint16Array(0x20000), 8192 + 256);
  readonly clock = new ClockEvents();
  readonly interrupts = new Interrupts(this.clock);

  write(address: number, ...values: readonly number[]): this {
    for (const value of values) this.cpu.writeData(address, value);
    return this;
  }

  /** The high byte first, as the data sheet asks for. */
  write16(address: number, value: number): this {
    return this.write(address + 1, value >> 8).write(address, value & 0xff);
  }

  read(address: number): number {
    return this.cpu.readData(address);
  }

  /** The low byte first. */
  read16(address: number): number {
    const low = this.read(address);
    return low + 256 * this.read(address + 1);
  }

  /** Lets time pass, with all that happens in it. */
  pass(cycles: number): this {
    const end = this.cpu.cycles + cycles;
    while (this.clock.next <= end) {
      this.cpu.cycles = this.clock.next;
      this.clock.fire();
    }
    this.cpu.cycles = end;
    return this;
  }

  /** Cycles until a line comes up. */
  untilInterrupt(): number {
    const from = this.cpu.cycles;
    while (!this.interrupts.any) {
      if (this.clock.next === Number.POSITIVE_INFINITY) throw new Error('no line will ever come up');
      this.pass(this.clock.next - this.cpu.cycles);
    }
    return this.cpu.cycles - from;
  }
}
