import { describe, expect, it } from 'vitest';
import { ATMEGA2560 } from './ATMEGA2560.js';
import { type BoardOutputs, NOTHING_DRIVEN, Ports } from './Ports.js';
import { PartsBench } from './test/PartsBench.js';

const { PINA, PINC, PINK, PINL, PCIFR, PCICR, PCMSK2, vectors } = ATMEGA2560;

class Pins extends PartsBench {
  readonly driven: BoardOutputs[] = [];
  readonly ports = new Ports(this, (outputs) => this.driven.push(outputs));

  /** All of port K with its pull-ups; changes of the first four wake. */
  listening(): this {
    return this.write(PINK + 2, 0xff)
      .write(PCMSK2, 0x0f)
      .write(PCIFR, 4)
      .write(PCICR, 4);
  }
}

describe('outputs', () => {
  it('drive only where the direction says so', () => {
    const pins = new Pins().write(PINA + 2, 0xff).write(PINA + 1, 0x11);
    expect(pins.driven.at(-1)).toEqual({ ...NOTHING_DRIVEN, rows: 0x11 });
    pins.write(PINC + 1, 0xff).write(PINC + 2, 0xc1);
    expect(pins.driven.at(-1)).toEqual({ ...NOTHING_DRIVEN, rows: 0x11, columns: 1 });
    pins.write(PINL + 1, 3).write(PINL + 2, 2);
    expect(pins.driven.at(-1)).toEqual({ rows: 0x11, columns: 1, bolt: false, diverter: true });
  });

  it('a 1 written to the pin turns its bit over', () => {
    const pins = new Pins().write(PINL + 1, 1).write(PINL, 1);
    expect(pins.driven.at(-1)?.bolt).toBe(true);
    expect(pins.read(PINL)).toBe(1);
    expect(pins.write(PINL, 1).driven.at(-1)?.bolt).toBe(false);
  });
});

describe('inputs', () => {
  it('an open contact is high by its pull-up alone', () => {
    const pins = new Pins();
    pins.ports.setInputs(0x05);
    expect(pins.read(PINK)).toBe(0);
    expect(pins.write(PINK + 2, 0x3f).read(PINK)).toBe(5);
  });

  it('a change of a pin that was asked for interrupts, once, and another not at all', () => {
    const pins = new Pins().listening();
    pins.ports.setInputs(0x10);
    expect(pins.interrupts.any).toBe(false);
    pins.ports.setInputs(0x11);
    expect(pins.interrupts.take()).toBe(vectors.PCINT2);
    expect(pins.interrupts.any).toBe(false);
    pins.ports.setInputs(0x11);
    expect(pins.interrupts.any).toBe(false);
    pins.ports.setInputs(0x10);
    expect(pins.interrupts.any).toBe(true);
    pins.write(PCIFR, 4);
    expect(pins.interrupts.any).toBe(false);
  });
});
