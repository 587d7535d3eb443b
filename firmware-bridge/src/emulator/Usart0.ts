import { ATMEGA2560 } from './ATMEGA2560.js';
import type { ChipParts } from './ChipParts.js';
import { FRAME_BITS, heardByte } from './heardByte.js';

const { UCSR0A, UCSR0B, UCSR0C, UBRR0L, UBRR0H, UDR0, vectors } = ATMEGA2560;
const RX_COMPLETE = 0x80;
const TX_COMPLETE = 0x40;
const DATA_EMPTY = 0x20;
const FRAME_ERROR = 0x10;
const OVERRUN = 0x08;
const DOUBLE_SPEED = 0x02;
const RX_INTERRUPT = 0x80;
const TX_INTERRUPT = 0x40;
const EMPTY_INTERRUPT = 0x20;
const RX_ENABLE = 0x10;
const TX_ENABLE = 0x08;
const NINTH_BIT = 0x04;
/** 8N1, asynchronous. */
const FRAME_FORMAT = 0x06;
/** The receiver keeps two bytes besides the one that its shift register holds. */
const FIFO_BYTES = 2;

/** A byte on its way to the chip: when its start bit begins, and how long its sender's bits are, in cycles. */
export interface ArrivingByte {
  readonly from: number;
  readonly bit: number;
  readonly byte: number;
}

/** A byte that left the chip, with the cycle in which its stop bit ended, and the length of a bit in cycles. */
export type SentByte = (byte: number, cycle: number, bit: number) => void;

interface Received {
  readonly byte: number;
  readonly framingError: boolean;
}

interface Usart0State {
  /** On the wire, earliest first. */
  arriving: ArrivingByte[];
  /** Oldest first; the third waits in the shift register. */
  received: Received[];
  overrun: boolean;
  /** In the shift register, or -1. */
  sending: number;
  /** Waits for the shift register, or -1. */
  waiting: number;
}

/** USART0, asynchronous, 8N1 (data sheet, 22): bytes take their time at the speed that the program set. */
export class Usart0 {
  readonly #parts: ChipParts;
  readonly #onSent: SentByte;
  readonly #arrival: number;
  readonly #departure: number;
  #state: Usart0State = { arriving: [], received: [], overrun: false, sending: -1, waiting: -1 };

  constructor(parts: ChipParts, onSent: SentByte) {
    this.#parts = parts;
    this.#onSent = onSent;
    const { cpu, clock, interrupts } = parts;
    this.#arrival = clock.add(() => this.#arrive());
    this.#departure = clock.add((cycle) => this.#depart(cycle));
    cpu.data[UCSR0A] = DATA_EMPTY;
    cpu.data[UCSR0C] = FRAME_FORMAT;
    interrupts.onTaken(vectors.USART0_TX, () => {
      (cpu.data[UCSR0A] as number) &= ~TX_COMPLETE;
      this.#raise();
    });
    this.#hookControl();
    cpu.readHooks[UDR0] = () => this.#read();
    cpu.writeHooks[UDR0] = (value) => {
      this.#write(value);
      return true;
    };
  }

  /** Nothing is on the wire, in either direction, and nothing waits to be read. */
  get isQuiet(): boolean {
    const { arriving, received, sending, waiting } = this.#state;
    return arriving.length === 0 && received.length === 0 && sending === -1 && waiting === -1;
  }

  /** A byte is on its way out of the chip. */
  get isSending(): boolean {
    return this.#state.sending !== -1;
  }

  /** Bytes still on the wire. */
  get arriving(): readonly ArrivingByte[] {
    return this.#state.arriving;
  }

  /** Puts bytes on the wire, behind those that are there. */
  arrive(bytes: readonly ArrivingByte[]): void {
    this.#state.arriving.push(...bytes);
    this.#planArrival();
  }

  save(): Usart0State {
    const { arriving, received, ...rest } = this.#state;
    return { ...rest, arriving: [...arriving], received: [...received] };
  }

  restore({ arriving, received, ...rest }: Usart0State): void {
    this.#state = { ...rest, arriving: [...arriving], received: [...received] };
  }

  /** Cycles of one bit, as the program set them (table 22-1). */
  get #bit(): number {
    const { data } = this.#parts.cpu;
    const divisor = (data[UBRR0L] as number) + 256 * ((data[UBRR0H] as number) & 0x0f) + 1;
    return divisor * ((data[UCSR0A] as number) & DOUBLE_SPEED ? 8 : 16);
  }

  #hookControl(): void {
    const { cpu } = this.#parts;
    cpu.writeHooks[UCSR0A] = (value, old) => {
      const cleared = value & TX_COMPLETE;
      cpu.data[UCSR0A] = (old & ~DOUBLE_SPEED & ~cleared) | (value & DOUBLE_SPEED);
      this.#raise();
      this.#planArrival();
      return true;
    };
    cpu.writeHooks[UCSR0B] = (value) => {
      if (value & NINTH_BIT) throw new Error('the emulated USART 0 has no ninth bit');
      cpu.data[UCSR0B] = value;
      if ((value & RX_ENABLE) === 0) this.#flush();
      this.#raise();
      this.#planArrival();
      return true;
    };
    cpu.writeHooks[UCSR0C] = (value) => {
      if (value !== FRAME_FORMAT)
        throw new Error('the emulated USART 0 has frames of 8 data bits, no parity and 1 stop bit alone');
    };
    for (const register of [UBRR0L, UBRR0H]) {
      cpu.writeHooks[register] = (value) => {
        cpu.data[register] = value;
        this.#planArrival();
        return true;
      };
    }
  }

  /** The receiver decides in the middle of what it takes for the stop bit. */
  #planArrival(): void {
    const first = this.#state.arriving[0];
    const { clock } = this.#parts;
    if (first === undefined) clock.cancel(this.#arrival);
    else clock.set(this.#arrival, first.from + Math.round((FRAME_BITS - 0.5) * this.#bit));
  }

  #arrive(): void {
    const { byte, bit } = this.#state.arriving.shift() as ArrivingByte;
    this.#planArrival();
    if (((this.#parts.cpu.data[UCSR0B] as number) & RX_ENABLE) === 0) return;
    const { received } = this.#state;
    // The shift register was not free yet: what it held is lost (22.7.4). The flag comes with the byte here, on the chip with
    // its start bit.
    if (received.length > FIFO_BYTES) {
      received.pop();
      this.#state.overrun = true;
    }
    received.push(heardByte(byte, bit, this.#bit));
    this.#raise();
  }

  #read(): number {
    const { received } = this.#state;
    const first = received.shift();
    this.#state.overrun = false;
    this.#raise();
    return first?.byte ?? 0;
  }

  #flush(): void {
    this.#state.received = [];
    this.#state.overrun = false;
  }

  #write(value: number): void {
    const { cpu } = this.#parts;
    if (((cpu.data[UCSR0B] as number) & TX_ENABLE) === 0) return;
    if (this.#state.sending === -1) this.#send(value, cpu.cycles);
    else this.#state.waiting = value;
    this.#raise();
  }

  #send(value: number, from: number): void {
    this.#state.sending = value;
    this.#parts.clock.set(this.#departure, from + FRAME_BITS * this.#bit);
  }

  #depart(cycle: number): void {
    const { sending, waiting } = this.#state;
    this.#state.sending = -1;
    this.#state.waiting = -1;
    if (waiting === -1) (this.#parts.cpu.data[UCSR0A] as number) |= TX_COMPLETE;
    else this.#send(waiting, cycle);
    this.#raise();
    this.#onSent(sending, cycle, this.#bit);
  }

  /** Brings the flags and the three lines up to date. */
  #raise(): void {
    const { cpu, interrupts } = this.#parts;
    const { received, overrun, waiting } = this.#state;
    let status = (cpu.data[UCSR0A] as number) & (TX_COMPLETE | DOUBLE_SPEED);
    if (received.length > 0) status |= RX_COMPLETE;
    if (received[0]?.framingError) status |= FRAME_ERROR;
    if (overrun) status |= OVERRUN;
    if (waiting === -1) status |= DATA_EMPTY;
    cpu.data[UCSR0A] = status;
    const enabled = cpu.data[UCSR0B] as number;
    interrupts.set(vectors.USART0_RX, (status & RX_COMPLETE) !== 0 && (enabled & RX_INTERRUPT) !== 0);
    interrupts.set(vectors.USART0_UDRE, (status & DATA_EMPTY) !== 0 && (enabled & EMPTY_INTERRUPT) !== 0);
    interrupts.set(vectors.USART0_TX, (status & TX_COMPLETE) !== 0 && (enabled & TX_INTERRUPT) !== 0);
  }
}
