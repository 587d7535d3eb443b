import { ATMEGA2560 } from './ATMEGA2560.js';
import type { ChipParts } from './ChipParts.js';

const { PINA, PINC, PINK, PINL, PCIFR, PCICR, PCMSK2, vectors } = ATMEGA2560;
const OUTPUT_PORTS = [PINA, PINC, PINL] as const;
const PORT_K_BIT = 0x04;

/** What the board drives, high: on. Bits by pin. */
export interface BoardOutputs {
  /** PA0 to PA7. */
  readonly rows: number;
  /** PC0 to PC5. */
  readonly columns: number;
  /** PL0: the flap's bolt is driven back. */
  readonly bolt: boolean;
  /** PL1: the diverter stands to the reject bin. */
  readonly diverter: boolean;
}

/** A board without power, or in reset, drives nothing. */
export const NOTHING_DRIVEN: BoardOutputs = { rows: 0, columns: 0, bolt: false, diverter: false };

const COLUMN_PINS = 0x3f;

/**
 * Ports A, C and L as outputs, port K as inputs with pin change interrupt 2 (data sheet, 13 and 15). A pin drives only if its
 * direction says so. A contact that is open is high only if the chip's pull-up is on: without one the line floats, which
 * reads as 0 here, the careless side.
 */
export class Ports {
  readonly #parts: ChipParts;
  readonly #onOutputs: (outputs: BoardOutputs, cycle: number) => void;
  /** Contacts of port K that are open. */
  #open = 0;

  constructor(parts: ChipParts, onOutputs: (outputs: BoardOutputs, cycle: number) => void) {
    this.#parts = parts;
    this.#onOutputs = onOutputs;
    for (const pin of OUTPUT_PORTS) this.#hookOutput(pin);
    this.#hookInput();
  }

  /** The contacts of PK0 to PK7 from now on; 1: open. */
  setInputs(open: number): void {
    const before = this.#level;
    this.#open = open;
    this.#noteEdges(before);
  }

  save(): number {
    return this.#open;
  }

  restore(open: number): void {
    this.#open = open;
  }

  /** Direction and data of a port lie behind its pins. A 1 written to a pin turns its data bit over (13.2.2). */
  #hookOutput(pin: number): void {
    const { cpu } = this.#parts;
    const [direction, port] = [pin + 1, pin + 2];
    cpu.readHooks[pin] = () => (cpu.data[direction] as number) & (cpu.data[port] as number);
    for (const register of [direction, port]) {
      cpu.writeHooks[register] = (value) => {
        cpu.data[register] = value;
        this.#drive();
        return true;
      };
    }
    cpu.writeHooks[pin] = (value, _old, _address, mask) => {
      (cpu.data[port] as number) ^= value & mask;
      this.#drive();
      return true;
    };
  }

  #driven(pin: number): number {
    const { data } = this.#parts.cpu;
    return (data[pin + 1] as number) & (data[pin + 2] as number);
  }

  #drive(): void {
    const [rows, columns, others] = [this.#driven(PINA), this.#driven(PINC) & COLUMN_PINS, this.#driven(PINL)];
    const outputs = { rows, columns, bolt: (others & 1) !== 0, diverter: (others & 2) !== 0 };
    this.#onOutputs(outputs, this.#parts.cpu.cycles);
  }

  #hookInput(): void {
    const { cpu, interrupts } = this.#parts;
    const [direction, port] = [PINK + 1, PINK + 2];
    cpu.readHooks[PINK] = () => this.#level;
    for (const register of [direction, port]) {
      cpu.writeHooks[register] = (value) => {
        const before = this.#level;
        cpu.data[register] = value;
        this.#noteEdges(before);
        return true;
      };
    }
    cpu.writeHooks[PCIFR] = (value, old, _address, mask) => {
      cpu.data[PCIFR] = old & ~(value & mask);
      this.#raise();
      return true;
    };
    cpu.writeHooks[PCICR] = (value) => {
      cpu.data[PCICR] = value;
      this.#raise();
      return true;
    };
    interrupts.onTaken(vectors.PCINT2, () => {
      (cpu.data[PCIFR] as number) &= ~PORT_K_BIT;
      this.#raise();
    });
  }

  get #level(): number {
    const { data } = this.#parts.cpu;
    const [direction, port] = [data[PINK + 1] as number, data[PINK + 2] as number];
    return (direction & port) | (~direction & port & this.#open);
  }

  #noteEdges(before: number): void {
    const { cpu } = this.#parts;
    if (((before ^ this.#level) & (cpu.data[PCMSK2] as number)) === 0) return;
    (cpu.data[PCIFR] as number) |= PORT_K_BIT;
    this.#raise();
  }

  #raise(): void {
    const { cpu, interrupts } = this.#parts;
    const up = (cpu.data[PCIFR] as number) & (cpu.data[PCICR] as number) & PORT_K_BIT;
    interrupts.set(vectors.PCINT2, up !== 0);
  }
}
