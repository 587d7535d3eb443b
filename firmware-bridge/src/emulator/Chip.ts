import { avrInterrupt, CPU } from 'avr8js';
import { Adc, type AnalogInput } from './Adc.js';
import { ATMEGA2560 } from './ATMEGA2560.js';
import type { ChipParts } from './ChipParts.js';
import { ClockEvents } from './ClockEvents.js';
import { type DecodedProgram, decodeProgram } from './decodeProgram.js';
import type { EepromCells } from './EepromCells.js';
import { EepromPort } from './EepromPort.js';
import { bytesOf, hexOf } from './hex.js';
import { Interrupts } from './Interrupts.js';
import { type BoardOutputs, Ports } from './Ports.js';
import { runInstructions } from './runInstructions.js';
import { Timer3 } from './Timer3.js';
import { type SentByte, Usart0 } from './Usart0.js';
import { Watchdog } from './Watchdog.js';

const { flashBytes, sramAt, sramBytes, MCUSR, SMCR, SREG } = ATMEGA2560;
const SLEEP = 0x9588;
const SEI = 0x9478;
const INTERRUPTS_ON = 0x80;
const SLEEP_ENABLE = 0x01;
const SLEEP_MODE = 0x0e;
/** From an interrupt to its vector, with return addresses of three bytes; as many more out of sleep (7.8.1). */
const RESPONSE_CYCLES = 5;
const WAKE_CYCLES = 5;
/** What `avrInterrupt` counts for itself. */
const COUNTED_CYCLES = 2;
/** Nothing that a program is likely to rely on: memory holds anything after power-up. */
const UNTOUCHED = 0xa5;

/** What the wire alone brings about: a byte in either direction, and the silence that ends a frame. */
const { USART0_RX, USART0_UDRE, USART0_TX, TIMER3_COMPA } = ATMEGA2560.vectors;
const OF_THE_WIRE: readonly number[] = [USART0_RX, USART0_UDRE, USART0_TX, TIMER3_COMPA + 1];

/** Why a chip starts: bits of MCUSR (12.5.1). */
export const RESET_CAUSE = { powerOn: 1, external: 2, brownOut: 4, watchdog: 8 } as const;

/** What the chip is joined to. */
export interface ChipWiring {
  readonly cells: EepromCells;
  readonly analog: AnalogInput;
  onOutputs(outputs: BoardOutputs, cycle: number): void;
  readonly onSent: SentByte;
}

/** A program in flash, and decoded once for all lives of a chip. */
export interface ChipProgram {
  readonly flash: Uint16Array;
  readonly decoded: DecodedProgram;
  /** Words of flash that it takes. */
  readonly words: number;
}

/** The program in flash: the image from address 0, erased beyond it. */
export function chipProgramOf(image: Uint8Array): ChipProgram {
  if (image.length > flashBytes) throw new RangeError(`a program of ${image.length} bytes; flash has ${flashBytes}`);
  const bytes = new Uint8Array(flashBytes).fill(0xff);
  bytes.set(image);
  const flash = new Uint16Array(bytes.buffer);
  const words = Math.ceil(image.length / 2);
  return { flash, decoded: decodeProgram(flash, words), words };
}

export type SavedChip = ReturnType<Chip['save']>;

/**
 * One life of an ATmega2560, from a reset to the next: avr8js' instructions with peripherals, interrupts and sleep of our
 * own. `CPU` is given the whole flash, so that it takes return addresses of three bytes, and 256 bytes more than the SRAM, for
 * the input and output that a 328P does not have. Its queue of events and its `tick` are not used: they know neither sleep,
 * nor what an interrupt costs, nor that the instruction after SEI comes before any interrupt (7.8), on which `sei; sleep` rests.
 */
export class Chip {
  readonly cpu: CPU;
  readonly #program: DecodedProgram;
  readonly timer: Timer3;
  readonly usart: Usart0;
  readonly ports: Ports;
  readonly #clock = new ClockEvents();
  readonly #interrupts: Interrupts;
  readonly #eeprom: EepromPort;
  readonly #adc: Adc;
  readonly #watchdog: Watchdog;
  #asleep = false;
  #bitten = false;
  #stirs = 0;

  constructor(program: ChipProgram, wiring: ChipWiring, reset: { readonly cycle: number; readonly cause: number }) {
    this.#program = program.decoded;
    this.cpu = new CPU(program.flash, sramAt - CPU_COUNTS_ITSELF + sramBytes);
    this.cpu.cycles = reset.cycle;
    this.cpu.data.fill(UNTOUCHED, sramAt);
    this.cpu.data[MCUSR] = reset.cause;
    this.#interrupts = new Interrupts(this.#clock);
    const parts: ChipParts = { cpu: this.cpu, clock: this.#clock, interrupts: this.#interrupts };
    this.timer = new Timer3(parts);
    this.usart = new Usart0(parts, wiring.onSent);
    this.#adc = new Adc(parts, wiring.analog);
    this.#eeprom = new EepromPort(parts, wiring.cells);
    this.ports = new Ports(parts, (outputs, cycle) => wiring.onOutputs(outputs, cycle));
    this.#watchdog = new Watchdog(parts, () => this.#bite());
    this.#watchdog.start();
    this.#refuseTheAbsent();
  }

  get cycles(): number {
    return this.cpu.cycles;
  }

  get asleep(): boolean {
    return this.#asleep;
  }

  /** The watchdog wants a reset: this life is over. */
  get bitten(): boolean {
    return this.#bitten;
  }

  /** Interrupts so far that did not come from the wire. */
  get stirs(): number {
    return this.#stirs;
  }

  /** When something will happen by itself; infinite when nothing will. */
  get nextEvent(): number {
    return this.#clock.next;
  }

  /** Executes instructions until the chip sleeps, is reset, or `end` has come. */
  run(end: number): void {
    const { cpu } = this;
    const clock = this.#clock;
    while (!this.#asleep && !this.#bitten && cpu.cycles < end) {
      if (clock.next <= cpu.cycles) clock.fire();
      else if (!this.#interrupts.any) this.#runFreely(Math.min(end, clock.next));
      else if ((cpu.data[SREG] as number) & INTERRUPTS_ON && !this.#isAboutToSleep) this.#interrupt(0);
      else this.#runMasked(Math.min(end, clock.next));
    }
  }

  /** Lets time pass in sleep, to `cycle` at most; false when the chip still sleeps then. */
  sleepUntil(cycle: number): boolean {
    const { cpu } = this;
    while (this.#asleep && !this.#bitten) {
      if (this.#interrupts.any && (cpu.data[SREG] as number) & INTERRUPTS_ON) {
        this.#asleep = false;
        this.#interrupt(WAKE_CYCLES);
      } else if (this.#clock.next <= cycle) {
        cpu.cycles = Math.max(cpu.cycles, this.#clock.next);
        this.#clock.fire();
      } else {
        cpu.cycles = Math.max(cpu.cycles, cycle);
        return false;
      }
    }
    return true;
  }

  save() {
    const { cpu } = this;
    return {
      pc: cpu.pc,
      cycles: cpu.cycles,
      data: hexOf(cpu.data),
      asleep: this.#asleep,
      stirs: this.#stirs,
      events: this.#clock.save(),
      interrupts: this.#interrupts.save(),
      timer: this.timer.save(),
      usart: this.usart.save(),
      ports: this.ports.save(),
      eeprom: this.#eeprom.save(),
      adc: this.#adc.save(),
      watchdog: this.#watchdog.save(),
    };
  }

  restore(saved: SavedChip): void {
    this.cpu.pc = saved.pc;
    this.cpu.cycles = saved.cycles;
    this.cpu.data.set(bytesOf(saved.data));
    this.#asleep = saved.asleep;
    this.#stirs = saved.stirs;
    this.timer.restore(saved.timer);
    this.usart.restore(saved.usart);
    this.ports.restore(saved.ports);
    this.#eeprom.restore(saved.eeprom);
    this.#adc.restore(saved.adc);
    this.#watchdog.restore(saved.watchdog);
    this.#interrupts.restore(saved.interrupts);
    this.#clock.restore(saved.events);
  }

  /** No line is up: nothing but an event or a register can change that, and either sets `attention` back. */
  #runFreely(end: number): void {
    const { cpu } = this;
    const clock = this.#clock;
    clock.attention = end;
    while (cpu.cycles < clock.attention) {
      runInstructions(cpu, this.#program, clock, false);
      if (cpu.cycles < clock.attention) this.#sleep();
    }
  }

  /** A line is up, but interrupts are off; as they go on, one instruction more comes first. */
  #runMasked(end: number): void {
    const { cpu } = this;
    const clock = this.#clock;
    clock.attention = end;
    runInstructions(cpu, this.#program, clock, true);
    if (((cpu.data[SREG] as number) & INTERRUPTS_ON) === 0) {
      if (cpu.cycles < clock.attention) this.#sleep();
    } else if (clock.next > cpu.cycles) {
      this.#step();
    }
  }

  #step(): void {
    const { cpu } = this;
    const clock = this.#clock;
    clock.attention = cpu.cycles + 1;
    runInstructions(cpu, this.#program, clock, false);
    if (cpu.cycles < clock.attention) this.#sleep();
  }

  /** The line came up while `sei` was executed: the chip falls asleep first, and wakes at once. */
  get #isAboutToSleep(): boolean {
    const { progMem, pc } = this.cpu;
    return progMem[pc] === SLEEP && progMem[pc - 1] === SEI;
  }

  #sleep(): void {
    const { cpu } = this;
    const control = cpu.data[SMCR] as number;
    cpu.pc += 1;
    cpu.cycles += 1;
    if ((control & SLEEP_ENABLE) === 0) return;
    if (control & SLEEP_MODE) throw new Error('the emulated board knows no sleep but idle');
    this.#asleep = true;
    this.#clock.attention = 0;
  }

  #interrupt(extraCycles: number): void {
    const { cpu } = this;
    const vector = this.#interrupts.take();
    if (!OF_THE_WIRE.includes(vector)) this.#stirs += 1;
    avrInterrupt(cpu, 2 * vector);
    cpu.cycles += RESPONSE_CYCLES - COUNTED_CYCLES + extraCycles;
  }

  #bite(): void {
    this.#bitten = true;
    this.#clock.attention = 0;
  }

  #refuseTheAbsent(): void {
    for (const [name, register] of Object.entries(ATMEGA2560.absent)) {
      this.cpu.writeHooks[register] = (value) => {
        if (value !== 0) throw new Error(`the emulated board has no ${name}`);
      };
    }
  }
}

/** The CPU adds the first 256 addresses to what it is given. */
const CPU_COUNTS_ITSELF = 0x100;
