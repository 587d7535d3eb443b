import { ATMEGA2560 } from './ATMEGA2560.js';
import type { ChipParts } from './ChipParts.js';

const { GTCCR, TIFR3, TIMSK3, TCCR3A, TCCR3B, TCNT3L, TCNT3H, OCR3AL, vectors } = ATMEGA2560;
/** Cycles of a count by the clock select bits (table 17-6); 6 and 7 count edges of a pin. */
const DIVISORS = [0, 1, 8, 64, 256, 1024] as const;
const CLOCK_SELECT = 0x07;
const WAVEFORM_A = 0x03;
const WAVEFORM_B = 0x18;
const PRESCALER_RESET = 0x01;
const PRESCALER_HELD = 0x80;
const COUNTS = 0x10000;
/** Bits of TIFR3 and TIMSK3: overflow, then compare A, B and C. */
const FLAGS = 0x0f;
const CHANNELS = [0, 1, 2, 3] as const;
const OVERFLOW = 0;

/** Where the timer stood at `from`, a tick of the prescaler: all else is arithmetic. */
interface Timer3State {
  /** Cycles of one count; 0: it stands. */
  divisor: number;
  from: number;
  count: number;
  /** A cycle in which the prescaler was at 0. */
  prescaler: number;
  /** The high byte on its way to or from a register of 16 bits (17.3). */
  temp: number;
  /** The cycle of the next overflow and the next matches; -1 while the timer stands. */
  due: number[];
}

/**
 * Timer 3 in normal mode (data sheet, 17). It costs nothing while it counts: the count is worked out when it is read, and of
 * the flags only those with an interrupt are clock events. avr8js' own timer asks for every tick of the prescaler.
 *
 * A match sets its flag with the count after it, an overflow with the count to 0 (17.7, figures 17-11 and 17-13).
 */
export class Timer3 {
  readonly #parts: ChipParts;
  readonly #slot: number;
  #state: Timer3State = { divisor: 0, from: 0, count: 0, prescaler: 0, temp: 0, due: [-1, -1, -1, -1] };
  #countsFrom: number | null = null;

  constructor(parts: ChipParts) {
    this.#parts = parts;
    const { cpu, clock, interrupts } = parts;
    this.#state.prescaler = cpu.cycles;
    this.#slot = clock.add(() => this.#settle());
    for (const channel of CHANNELS) interrupts.onTaken(vectorOf(channel), () => this.#clearFlags(1 << channel));
    this.#hookControl();
    this.#hookCounts();
    cpu.readHooks[TIFR3] = () => this.#flags();
    cpu.writeHooks[TIFR3] = (value, _old, _address, mask) => {
      this.#settle();
      this.#clearFlags(value & mask);
      return true;
    };
    cpu.writeHooks[TIMSK3] = (value) => {
      this.#settle();
      cpu.data[TIMSK3] = value;
      this.#raise();
      this.#plan();
      return true;
    };
  }

  /** The tick of the prescaler from which the timer counted when it was first started, or `null`. */
  get countsFrom(): number | null {
    return this.#countsFrom;
  }

  save(): Timer3State & { countsFrom: number | null } {
    return { ...this.#state, due: [...this.#state.due], countsFrom: this.#countsFrom };
  }

  restore({ countsFrom, ...state }: ReturnType<Timer3['save']>): void {
    this.#state = { ...state, due: [...state.due] };
    this.#countsFrom = countsFrom;
  }

  #hookControl(): void {
    const { cpu } = this.#parts;
    cpu.writeHooks[TCCR3A] = (value) => mustBeNormal(value & WAVEFORM_A);
    cpu.writeHooks[TCCR3B] = (value) => {
      mustBeNormal(value & WAVEFORM_B);
      const divisor = DIVISORS[value & CLOCK_SELECT];
      if (divisor === undefined) throw new Error('the emulated timer 3 counts no edges of a pin');
      this.#rebase(this.#count());
      this.#state.divisor = divisor;
      this.#state.from = this.#tickBefore(cpu.cycles);
      if (divisor !== 0) this.#countsFrom ??= this.#state.from;
      this.#schedule();
    };
    // The bit clears itself; a prescaler held at 0 is nobody's use here.
    cpu.writeHooks[GTCCR] = (value) => {
      if (value & PRESCALER_HELD) throw new Error('the emulated prescaler cannot be held');
      if ((value & PRESCALER_RESET) === 0) return;
      this.#rebase(this.#count());
      this.#state.prescaler = cpu.cycles;
      this.#state.from = cpu.cycles;
      this.#schedule();
      cpu.data[GTCCR] = value & ~PRESCALER_RESET;
      return true;
    };
  }

  /** All of them share one byte for the half that comes first: the high one when writing, the low one when reading. */
  #hookCounts(): void {
    const { cpu } = this.#parts;
    cpu.readHooks[TCNT3L] = () => {
      const count = this.#count();
      this.#state.temp = count >> 8;
      return count & 0xff;
    };
    cpu.readHooks[TCNT3H] = () => this.#state.temp;
    for (const low of [TCNT3L, ...CHANNELS.slice(1).map(compareAt)]) {
      cpu.writeHooks[low + 1] = (value) => {
        this.#state.temp = value;
        return true;
      };
      cpu.writeHooks[low] = (value) => {
        this.#settle();
        if (low === TCNT3L) {
          this.#rebase((this.#state.temp << 8) | value);
        } else {
          cpu.data[low] = value;
          cpu.data[low + 1] = this.#state.temp;
        }
        this.#schedule();
        return true;
      };
    }
  }

  #count(): number {
    const { divisor, from, count } = this.#state;
    if (divisor === 0) return count;
    return (count + Math.floor((this.#parts.cpu.cycles - from) / divisor)) % COUNTS;
  }

  /** Counts on from here with this count. */
  #rebase(count: number): void {
    this.#settle();
    this.#state.count = count;
    this.#state.from = this.#tickBefore(this.#parts.cpu.cycles);
  }

  #tickBefore(cycle: number): number {
    const { divisor, prescaler } = this.#state;
    return divisor === 0 ? cycle : cycle - ((cycle - prescaler) % divisor);
  }

  #flags(): number {
    this.#settle();
    return this.#parts.cpu.data[TIFR3] as number;
  }

  /** Sets the flags that have come due. */
  #settle(): void {
    const { data, cycles } = this.#parts.cpu;
    const { due } = this.#state;
    let flags = 0;
    for (let channel = OVERFLOW; channel < CHANNELS.length; channel++) {
      const at = due[channel] as number;
      if (at !== -1 && at <= cycles) flags |= 1 << channel;
    }
    if (flags === 0) return;
    (data[TIFR3] as number) |= flags;
    this.#schedule();
    this.#raise();
  }

  /** When each flag will be set next, from now on. */
  #schedule(): void {
    const { divisor, due } = this.#state;
    const { data, cycles } = this.#parts.cpu;
    const count = this.#count();
    const tick = this.#tickBefore(cycles);
    for (let channel = OVERFLOW; channel < CHANNELS.length; channel++) {
      const at = compareAt(channel);
      const target = channel === OVERFLOW ? COUNTS - 1 : (data[at] as number) + 256 * (data[at + 1] as number);
      const counts = ((target - count) & (COUNTS - 1)) + 1;
      due[channel] = divisor === 0 ? -1 : tick + counts * divisor;
    }
    this.#plan();
  }

  /** Asks for the next flag that would interrupt. */
  #plan(): void {
    const { clock, cpu } = this.#parts;
    const { due } = this.#state;
    const wanted = cpu.data[TIMSK3] as number;
    let next = Number.POSITIVE_INFINITY;
    for (let channel = OVERFLOW; channel < CHANNELS.length; channel++) {
      const at = due[channel] as number;
      if (at !== -1 && at < next && wanted & (1 << channel)) next = at;
    }
    clock.set(this.#slot, next);
  }

  #clearFlags(bits: number): void {
    (this.#parts.cpu.data[TIFR3] as number) &= ~bits & FLAGS;
    this.#raise();
  }

  #raise(): void {
    const { cpu, interrupts } = this.#parts;
    const up = (cpu.data[TIFR3] as number) & (cpu.data[TIMSK3] as number);
    for (let channel = OVERFLOW; channel < CHANNELS.length; channel++)
      interrupts.set(vectorOf(channel), (up & (1 << channel)) !== 0);
  }
}

function compareAt(channel: number): number {
  return OCR3AL + 2 * (channel - 1);
}

function vectorOf(channel: number): number {
  return channel === OVERFLOW ? vectors.TIMER3_OVF : vectors.TIMER3_COMPA + channel - 1;
}

function mustBeNormal(waveformBits: number): void {
  if (waveformBits !== 0) throw new Error('the emulated timer 3 has its normal mode alone');
}
