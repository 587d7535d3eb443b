import { describe, expect, it } from 'vitest';
import { ATMEGA2560 } from './ATMEGA2560.js';
import { Timer3 } from './Timer3.js';
import { PartsBench } from './test/PartsBench.js';

const { TIFR3, TIMSK3, TCCR3A, TCCR3B, TCNT3L, OCR3AL, GTCCR, vectors } = ATMEGA2560;
const BY_64 = 3;
const OVERFLOW = 1;
const MATCH_A = 2;
const MATCH_B = 4;
const MATCH_C = 8;

function bench(): PartsBench {
  const parts = new PartsBench();
  new Timer3(parts);
  return parts;
}

describe('timer 3 in normal mode', () => {
  it('counts by the prescaler, worked out as it is read', () => {
    const parts = bench().write(TCCR3B, BY_64);
    expect(parts.pass(63).read16(TCNT3L)).toBe(0);
    expect(parts.pass(1).read16(TCNT3L)).toBe(1);
    expect(parts.pass(64 * 1_000).read16(TCNT3L)).toBe(1_001);
    expect(parts.pass(64 * 65_536).read16(TCNT3L)).toBe(1_001);
    expect(parts.clock.next).toBe(Number.POSITIVE_INFINITY);
  });

  it('counts at ticks of a prescaler that runs on from the reset, until that is set back', () => {
    const parts = bench().pass(40).write(TCCR3B, BY_64);
    expect(parts.pass(24).read16(TCNT3L)).toBe(1);
    parts.pass(10).write(GTCCR, 1);
    expect(parts.pass(63).read16(TCNT3L)).toBe(1);
    expect(parts.pass(1).read16(TCNT3L)).toBe(2);
    expect(parts.read(GTCCR)).toBe(0);
  });

  it('stands and goes on where it stood', () => {
    const parts = bench()
      .write(TCCR3B, BY_64)
      .pass(64 * 7)
      .write(TCCR3B, 0)
      .pass(100_000);
    expect(parts.read16(TCNT3L)).toBe(7);
    const ticks = parts
      .write(TCCR3B, BY_64)
      .pass(64 * 3)
      .read16(TCNT3L);
    expect(ticks).toBe(10);
  });

  it('a match sets its flag with the count after it, and interrupts once', () => {
    const parts = bench().write16(OCR3AL, 249).write(TIMSK3, MATCH_A).write(TCCR3B, BY_64);
    expect(parts.untilInterrupt()).toBe(250 * 64);
    // Compare registers B and C hold 0, which was matched long ago.
    expect(parts.read(TIFR3)).toBe(MATCH_A | MATCH_B | MATCH_C);
    expect(parts.interrupts.take()).toBe(vectors.TIMER3_COMPA);
    expect(parts.read(TIFR3)).toBe(MATCH_B | MATCH_C);
    expect(parts.interrupts.any).toBe(false);
    expect(parts.untilInterrupt()).toBe(65_536 * 64);
  });

  it('a match with the present count comes with the next one, one with the count before it after a whole round', () => {
    const parts = bench()
      .write(TIMSK3, MATCH_A)
      .write(TCCR3B, BY_64)
      .pass(64 * 100)
      .write(TIFR3, MATCH_A);
    expect(parts.write16(OCR3AL, 100).untilInterrupt()).toBe(64);
    parts.interrupts.take();
    expect(parts.write16(OCR3AL, 100).untilInterrupt()).toBe(65_536 * 64);
  });

  it('an overflow sets its flag with the count to 0', () => {
    const parts = bench().write16(TCNT3L, 65_530).write(TIMSK3, OVERFLOW).write(TCCR3B, BY_64);
    expect(parts.untilInterrupt()).toBe(64 * 6);
    expect(parts.interrupts.take()).toBe(vectors.TIMER3_OVF);
    expect(parts.read16(TCNT3L)).toBe(0);
  });

  it('flags are set without their interrupts too, stay until a 1 is written to them, and then interrupt if that is allowed', () => {
    const parts = bench()
      .write16(OCR3AL, 10)
      .write16(OCR3AL + 2, 20)
      .write(TCCR3B, BY_64)
      .pass(64 * 30);
    expect(parts.read(TIFR3)).toBe(MATCH_A | MATCH_B | MATCH_C);
    parts.write(TIFR3, MATCH_A | MATCH_C);
    expect(parts.read(TIFR3)).toBe(MATCH_B);
    parts.write(TIMSK3, MATCH_B);
    expect(parts.interrupts.any).toBe(true);
    parts.write(TIMSK3, 0);
    expect(parts.interrupts.any).toBe(false);
  });

  it('three matches and the overflow come in the order of their counts', () => {
    const parts = bench()
      .write16(OCR3AL, 300)
      .write16(OCR3AL + 2, 100)
      .write16(OCR3AL + 4, 200);
    parts.write(TIMSK3, 0x0f).write(TCCR3B, BY_64);
    const order: [number, number][] = [];
    let cycle = 0;
    for (let i = 0; i < 4; i++) {
      cycle += parts.untilInterrupt();
      order.push([parts.interrupts.take(), cycle / 64]);
    }
    expect(order).toEqual([
      [vectors.TIMER3_COMPA + 1, 101],
      [vectors.TIMER3_COMPA + 2, 201],
      [vectors.TIMER3_COMPA, 301],
      [vectors.TIMER3_OVF, 65_536],
    ]);
  });

  it('shares one byte for the halves that wait: an access in between spoils the other', () => {
    const parts = bench().write16(TCNT3L, 0x1234);
    expect(parts.read(TCNT3L)).toBe(0x34);
    parts.write(OCR3AL + 1, 0x77);
    expect(parts.read(TCNT3L + 1)).toBe(0x77);
  });

  it('refuses modes that nobody plays here', () => {
    expect(() => bench().write(TCCR3A, 1)).toThrow('normal mode');
    expect(() => bench().write(TCCR3B, 0x08)).toThrow('normal mode');
    expect(() => bench().write(TCCR3B, 6)).toThrow('edges of a pin');
  });
});
