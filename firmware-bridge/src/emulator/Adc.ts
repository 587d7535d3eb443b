import { ATMEGA2560 } from './ATMEGA2560.js';
import type { ChipParts } from './ChipParts.js';

const { ADCL, ADCH, ADCSRA, ADCSRB, ADMUX, vectors } = ATMEGA2560;
const ENABLE = 0x80;
const START = 0x40;
const AUTO_TRIGGER = 0x20;
const FLAG = 0x10;
const INTERRUPT = 0x08;
const PRESCALER = 0x07;
const LEFT_ADJUST = 0x20;
const CHANNEL = 0x1f;
const CHANNEL_HIGH = 0x08;
/** Cycles of the CPU for one of the converter, by the prescaler's bits (table 26-5). */
const DIVISORS = [2, 2, 4, 8, 16, 32, 64, 128] as const;
/** Cycles of the converter for a conversion, and for the first one after it was enabled (table 26-1). */
const CONVERSION = 13;
const FIRST_CONVERSION = 25;
const MOST = 1023;
/** References by ADMUX's two highest bits, in volt; AREF is taken to be joined to AVCC, as on an Arduino Mega. */
const REFERENCES_V = [5, 5, 1.1, 2.56] as const;
const FULL_SCALE_V = 5;

/** What a channel would read at the reference of 5 V, in counts, whole or not. */
export type AnalogInput = (channel: number) => number;

/** The analogue to digital converter (data sheet, 26), one conversion at a time. The input is held as the conversion begins. */
export class Adc {
  readonly #parts: ChipParts;
  readonly #input: AnalogInput;
  readonly #slot: number;
  /** The conversion in flight: what it will give. */
  #held = 0;
  #first = true;

  constructor(parts: ChipParts, input: AnalogInput) {
    this.#parts = parts;
    this.#input = input;
    const { cpu, clock, interrupts } = parts;
    this.#slot = clock.add(() => this.#finish());
    interrupts.onTaken(vectors.ADC, () => {
      (cpu.data[ADCSRA] as number) &= ~FLAG;
      this.#raise();
    });
    cpu.writeHooks[ADCSRA] = (value, old) => {
      this.#control(value, old);
      return true;
    };
  }

  save(): { held: number; first: boolean } {
    return { held: this.#held, first: this.#first };
  }

  restore({ held, first }: { held: number; first: boolean }): void {
    this.#held = held;
    this.#first = first;
  }

  #control(value: number, old: number): void {
    const { cpu, clock } = this.#parts;
    if (value & AUTO_TRIGGER) throw new Error('the emulated converter starts at a command alone');
    const running = old & START;
    const flag = old & FLAG & ~value;
    cpu.data[ADCSRA] = (value & ~FLAG & ~START) | flag | running;
    if ((value & ENABLE) === 0) {
      this.#first = true;
      (cpu.data[ADCSRA] as number) &= ~START;
      clock.cancel(this.#slot);
    } else if (value & START && !running) {
      this.#start(value);
    }
    this.#raise();
  }

  #start(control: number): void {
    const { cpu, clock } = this.#parts;
    const high = (cpu.data[ADCSRB] as number) & CHANNEL_HIGH ? CHANNEL + 1 : 0;
    const channel = ((cpu.data[ADMUX] as number) & CHANNEL) + high;
    const reference = REFERENCES_V[((cpu.data[ADMUX] as number) >> 6) as 0 | 1 | 2 | 3];
    const counts = Math.round((this.#input(channel) * FULL_SCALE_V) / reference);
    this.#held = Math.max(0, Math.min(MOST, counts));
    const cycles = (this.#first ? FIRST_CONVERSION : CONVERSION) * (DIVISORS[control & PRESCALER] as number);
    this.#first = false;
    (cpu.data[ADCSRA] as number) |= START;
    clock.set(this.#slot, cpu.cycles + cycles);
  }

  #finish(): void {
    const { data } = this.#parts.cpu;
    const result = (data[ADMUX] as number) & LEFT_ADJUST ? this.#held << 6 : this.#held;
    data[ADCL] = result & 0xff;
    data[ADCH] = result >> 8;
    data[ADCSRA] = ((data[ADCSRA] as number) & ~START) | FLAG;
    this.#raise();
  }

  #raise(): void {
    const { cpu, interrupts } = this.#parts;
    const control = cpu.data[ADCSRA] as number;
    interrupts.set(vectors.ADC, (control & FLAG) !== 0 && (control & INTERRUPT) !== 0);
  }
}
