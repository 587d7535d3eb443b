import { describe, expect, it } from 'vitest';
import { ATMEGA2560 } from './ATMEGA2560.js';
import { PartsBench } from './test/PartsBench.js';
import { Usart0 } from './Usart0.js';

const { UCSR0A, UCSR0B, UCSR0C, UBRR0L, UDR0, vectors } = ATMEGA2560;
const WIRE_BIT = 16_000_000 / 115_200;
const RX_INTERRUPT = 0x80;
const TX_INTERRUPT = 0x40;
const EMPTY_INTERRUPT = 0x20;
const ON = 0x18;
const OVERRUN = 0x08;
const FRAME_ERROR = 0x10;
const OWN_BIT = 8 * 17;

class Wire extends PartsBench {
  readonly sent: [number, number][] = [];
  readonly usart = new Usart0(this, (byte, cycle) => this.sent.push([byte, cycle]));

  open(interrupts = 0): this {
    return this.write(UBRR0L, 16)
      .write(UCSR0A, 0x02)
      .write(UCSR0B, ON | interrupts);
  }

  give(...bytes: number[]): this {
    this.usart.arrive(bytes.map((byte, i) => ({ from: this.cpu.cycles + 10 * WIRE_BIT * i, bit: WIRE_BIT, byte })));
    return this;
  }
}

describe('receiving', () => {
  it('a byte is there in the middle of its stop bit, and interrupts until it is read', () => {
    const wire = new Wire().open(RX_INTERRUPT).give(0x41);
    expect(wire.untilInterrupt()).toBe(9.5 * OWN_BIT);
    expect(wire.interrupts.take()).toBe(vectors.USART0_RX);
    expect(wire.interrupts.any).toBe(true);
    expect(wire.read(UDR0)).toBe(0x41);
    expect(wire.interrupts.any).toBe(false);
    expect(wire.usart.isQuiet).toBe(true);
  });

  it('bytes follow each other at the speed of the wire', () => {
    const wire = new Wire().open(RX_INTERRUPT).give(1, 2, 3);
    const gaps: number[] = [];
    for (let i = 1; i <= 3; i++) {
      gaps.push(wire.untilInterrupt());
      expect(wire.read(UDR0)).toBe(i);
    }
    expect(gaps.slice(1).every((gap) => gap === 1_388 || gap === 1_389 || Math.abs(gap - 1_388.9) < 1)).toBe(true);
  });

  it('three bytes wait; a fourth pushes the third out, and the overrun is told until the next is read', () => {
    const wire = new Wire().open().give(1, 2, 3).pass(5_000);
    expect(wire.read(UCSR0A) & OVERRUN).toBe(0);
    wire.give(4).pass(5_000);
    expect(wire.read(UCSR0A) & OVERRUN).toBe(OVERRUN);
    expect(wire.read(UDR0)).toBe(1);
    expect(wire.read(UCSR0A) & OVERRUN).toBe(0);
    expect([wire.read(UDR0), wire.read(UDR0)]).toEqual([2, 4]);
  });

  it('another speed garbles, and shows it in the frame', () => {
    const wire = new Wire().open().write(UBRR0L, 207).give(0x00).pass(40_000);
    expect(wire.read(UDR0)).toBe(0xff);
    const fast = new Wire().open().write(UBRR0L, 8).give(0x00).pass(4_000);
    expect(fast.read(UCSR0A) & FRAME_ERROR).toBe(FRAME_ERROR);
  });

  it('hears nothing while it is off, and forgets what it had as it goes off', () => {
    const wire = new Wire().give(1).pass(5_000).open();
    expect(wire.read(UCSR0A) & 0x80).toBe(0);
    wire.give(2).pass(5_000).write(UCSR0B, 0).open();
    expect(wire.read(UCSR0A) & 0x80).toBe(0);
  });
});

describe('sending', () => {
  it('a byte takes ten bits of the speed that was set; one more waits meanwhile, and follows without a gap', () => {
    const wire = new Wire().open().write(UDR0, 10);
    expect(wire.read(UCSR0A) & 0x20).toBe(0x20);
    wire.write(UDR0, 11);
    expect(wire.read(UCSR0A) & 0x20).toBe(0);
    wire.pass(10 * OWN_BIT);
    expect(wire.read(UCSR0A) & 0x60).toBe(0x20);
    wire.pass(10 * OWN_BIT);
    expect(wire.sent).toEqual([
      [10, 10 * OWN_BIT],
      [11, 20 * OWN_BIT],
    ]);
    expect(wire.read(UCSR0A) & 0x60).toBe(0x60);
  });

  it('the empty register interrupts until something is written or nobody wants to know; the end once', () => {
    const wire = new Wire().open(EMPTY_INTERRUPT | TX_INTERRUPT);
    expect(wire.interrupts.take()).toBe(vectors.USART0_UDRE);
    expect(wire.interrupts.any).toBe(true);
    wire.write(UDR0, 1).write(UDR0, 2);
    expect(wire.interrupts.any).toBe(false);
    wire.write(UCSR0B, ON | TX_INTERRUPT).pass(20 * OWN_BIT);
    expect(wire.interrupts.take()).toBe(vectors.USART0_TX);
    expect(wire.interrupts.any).toBe(false);
  });

  it('is not what this wire needs: other frames are refused', () => {
    expect(() => new Wire().write(UCSR0C, 0x26)).toThrow('no parity');
    expect(() => new Wire().write(UCSR0B, 0x04)).toThrow('ninth');
  });
});
