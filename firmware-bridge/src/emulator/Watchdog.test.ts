import { describe, expect, it } from 'vitest';
import { ATMEGA2560 } from './ATMEGA2560.js';
import { PartsBench } from './test/PartsBench.js';
import { Watchdog } from './Watchdog.js';

const { MCUSR, WDTCSR, vectors } = ATMEGA2560;
const LEAVE = 0x18;
const RESET = 0x08;
const INTERRUPT = 0x40;
const HALF_SECOND = 5;
const MS = 16_000;
/** Of the watchdog's own oscillator, table 12-2: 512 ms are called 0.5 s. */
const HALF_SECOND_CYCLES = 512 * MS;

class Dog extends PartsBench {
  bites = 0;
  readonly watchdog = new Watchdog(this, () => {
    this.bites += 1;
  });

  set(control: number): this {
    return this.write(WDTCSR, LEAVE, control);
  }
}

describe('the watchdog', () => {
  it('bites when nobody came by in time, and not a cycle sooner', () => {
    const dog = new Dog().set(RESET | HALF_SECOND).pass(HALF_SECOND_CYCLES - 1);
    expect(dog.bites).toBe(0);
    expect(dog.pass(1).bites).toBe(1);
  });

  it('begins anew with each WDR', () => {
    const dog = new Dog().set(RESET | HALF_SECOND);
    for (let i = 0; i < 10; i++) {
      dog.pass(HALF_SECOND_CYCLES - 1);
      dog.cpu.onWatchdogReset();
    }
    expect(dog.bites).toBe(0);
  });

  it('changes only within four cycles of the leave to change', () => {
    const dog = new Dog()
      .set(RESET | HALF_SECOND)
      .write(WDTCSR, LEAVE)
      .pass(5)
      .write(WDTCSR, 0);
    expect(dog.read(WDTCSR)).toBe(RESET | HALF_SECOND);
    expect(dog.write(WDTCSR, LEAVE).pass(4).write(WDTCSR, 0).read(WDTCSR)).toBe(0);
    expect(dog.pass(10 * HALF_SECOND_CYCLES).bites).toBe(0);
  });

  it('barks with its interrupt alone; with both it barks first and bites then', () => {
    const barking = new Dog().set(INTERRUPT | HALF_SECOND).pass(3 * HALF_SECOND_CYCLES);
    expect([barking.interrupts.take(), barking.bites]).toEqual([vectors.WDT, 0]);
    const both = new Dog().set(INTERRUPT | RESET | HALF_SECOND).pass(HALF_SECOND_CYCLES);
    expect([both.interrupts.take(), both.bites]).toEqual([vectors.WDT, 0]);
    expect(both.pass(HALF_SECOND_CYCLES).bites).toBe(1);
  });

  it('stays on at its shortest after it bit, until the cause is cleared', () => {
    const dog = new Dog();
    dog.cpu.data[MCUSR] = 0x08;
    dog.watchdog.start();
    expect(dog.set(0).read(WDTCSR)).toBe(RESET);
    expect(dog.pass(16.384 * MS).bites).toBe(1);
    dog.write(MCUSR, 0).set(0);
    expect(dog.read(WDTCSR)).toBe(0);
    expect(dog.read(MCUSR)).toBe(0);
  });
});
