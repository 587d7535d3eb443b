import { describe, expect, it } from 'vitest';
import { Adc } from './Adc.js';
import { ATMEGA2560 } from './ATMEGA2560.js';
import { PartsBench } from './test/PartsBench.js';

const { ADCL, ADCSRA, ADCSRB, ADMUX, vectors } = ATMEGA2560;
const AVCC = 0x40;
const START = 0xc7;
const START_WITH_INTERRUPT = 0xcf;

class Converter extends PartsBench {
  inputs = [100, 600, 2_000];
  readonly adc = new Adc(this, (channel) => this.inputs[channel] ?? channel);
}

describe('a conversion', () => {
  it('takes 13 cycles of 8 µs, the first 25', () => {
    const converter = new Converter().write(ADMUX, AVCC).write(ADCSRA, START_WITH_INTERRUPT);
    expect(converter.untilInterrupt()).toBe(25 * 128);
    expect(converter.interrupts.take()).toBe(vectors.ADC);
    expect(converter.write(ADCSRA, START_WITH_INTERRUPT).untilInterrupt()).toBe(104 * 16);
  });

  it('holds the input as it begins', () => {
    const converter = new Converter().write(ADMUX, AVCC | 1).write(ADCSRA, START);
    converter.inputs[1] = 7;
    expect(converter.pass(1_000).read(ADCSRA) & 0x50).toBe(0x40);
    expect(converter.pass(3_000).read(ADCSRA) & 0x50).toBe(0x10);
    expect(converter.read16(ADCL)).toBe(600);
  });

  it('stops at 1,023, reads more at a lower reference, and can be adjusted left', () => {
    const at = (mux: number, high = 0) =>
      new Converter().write(ADCSRB, high).write(ADMUX, mux).write(ADCSRA, START).pass(4_000).read16(ADCL);
    expect([at(AVCC | 2), at(0xc0), at(AVCC | 0x20), at(AVCC | 3, 8)]).toEqual([1_023, 195, 100 << 6, 35]);
  });

  it('its flag is cleared by a 1, or as the interrupt is taken', () => {
    const converter = new Converter().write(ADCSRA, START).pass(4_000);
    expect(converter.write(ADCSRA, 0x97).read(ADCSRA) & 0x10).toBe(0);
  });

  it('starts by itself nowhere here', () => {
    expect(() => new Converter().write(ADCSRA, 0xa0)).toThrow('command alone');
  });
});
