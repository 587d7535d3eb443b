import { ATMEGA2560 } from './ATMEGA2560.js';
import type { ChipParts } from './ChipParts.js';

const { MCUSR, WDTCSR, vectors } = ATMEGA2560;
const RESET_FLAG = 0x08;
const FLAG = 0x80;
const INTERRUPT = 0x40;
const PRESCALER_HIGH = 0x20;
const CHANGE_ENABLE = 0x10;
const SYSTEM_RESET = 0x08;
const PRESCALER_LOW = 0x07;
const PROTECTED = PRESCALER_HIGH | SYSTEM_RESET | PRESCALER_LOW;
/** For four cycles after the change was enabled (12.4.2). */
const CHANGE_CYCLES = 4;
/** Cycles of the CPU for one of the watchdog's own 128 kHz. */
const OWN_CYCLE = 125;
/** Of its own cycles, with the prescaler at 0: 16 ms (table 12-2). */
const SHORTEST = 2048;

/** The watchdog (data sheet, 12.4): barks by an interrupt, bites by a reset, or the one after the other. */
export class Watchdog {
  readonly #parts: ChipParts;
  readonly #onBite: () => void;
  readonly #slot: number;
  #changeUntil = -1;

  constructor(parts: ChipParts, onBite: () => void) {
    this.#parts = parts;
    this.#onBite = onBite;
    const { cpu, clock, interrupts } = parts;
    this.#slot = clock.add((cycle) => this.#expire(cycle));
    cpu.onWatchdogReset = () => this.#rewind(cpu.cycles);
    interrupts.onTaken(vectors.WDT, () => {
      (cpu.data[WDTCSR] as number) &= ~FLAG;
      this.#raise();
    });
    cpu.writeHooks[WDTCSR] = (value, old) => {
      this.#control(value, old);
      return true;
    };
    // Flags are cleared by a 0; while that of the watchdog stands, it cannot be turned off (12.5.1).
    cpu.writeHooks[MCUSR] = (value, old) => {
      cpu.data[MCUSR] = value & old;
      return true;
    };
  }

  /** Right after a reset whose cause stands in MCUSR: one by the watchdog leaves it on, at its shortest. */
  start(): void {
    const { data, cycles } = this.#parts.cpu;
    if ((data[MCUSR] as number) & RESET_FLAG) data[WDTCSR] = SYSTEM_RESET;
    this.#rewind(cycles);
  }

  save(): number {
    return this.#changeUntil;
  }

  restore(changeUntil: number): void {
    this.#changeUntil = changeUntil;
  }

  #control(value: number, old: number): void {
    const { cpu } = this.#parts;
    const isChange = (value & CHANGE_ENABLE) !== 0 && (value & SYSTEM_RESET) !== 0;
    const mayChange = cpu.cycles <= this.#changeUntil && !isChange;
    let next = (value & INTERRUPT) | (old & FLAG & ~value);
    next |= (mayChange ? value : old) & PROTECTED;
    // Turning it on needs no leave.
    next |= value & SYSTEM_RESET;
    if ((cpu.data[MCUSR] as number) & RESET_FLAG) next |= SYSTEM_RESET;
    if (isChange) this.#changeUntil = cpu.cycles + CHANGE_CYCLES;
    const before = old & (PROTECTED | INTERRUPT);
    cpu.data[WDTCSR] = next;
    if (before !== (next & (PROTECTED | INTERRUPT))) this.#rewind(cpu.cycles);
    this.#raise();
  }

  #rewind(cycle: number): void {
    const { cpu, clock } = this.#parts;
    const control = cpu.data[WDTCSR] as number;
    if ((control & (INTERRUPT | SYSTEM_RESET)) === 0) return clock.cancel(this.#slot);
    const prescaler = (control & PRESCALER_LOW) | ((control & PRESCALER_HIGH) >> 2);
    clock.set(this.#slot, cycle + OWN_CYCLE * (SHORTEST << prescaler));
  }

  #expire(cycle: number): void {
    const { data } = this.#parts.cpu;
    const control = data[WDTCSR] as number;
    if ((control & INTERRUPT) === 0) return this.#onBite();
    // With both, the interrupt takes its own enable away, so that the next time resets.
    data[WDTCSR] = (control & SYSTEM_RESET ? control & ~INTERRUPT : control) | FLAG;
    this.#raise(true);
    this.#rewind(cycle);
  }

  #raise(barks = false): void {
    const { cpu, interrupts } = this.#parts;
    const control = cpu.data[WDTCSR] as number;
    interrupts.set(vectors.WDT, (control & FLAG) !== 0 && (barks || (control & INTERRUPT) !== 0));
  }
}
