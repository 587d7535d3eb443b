import { describe, expect, it } from 'vitest';
import { ATMEGA2560 } from './ATMEGA2560.js';
import { EepromCells } from './EepromCells.js';
import { EepromPort } from './EepromPort.js';
import { PartsBench } from './test/PartsBench.js';

const { EECR, EEDR, EEARL, vectors } = ATMEGA2560;
const MASTER = 4;
const STROBE = 2;
const READ = 1;
const READY_INTERRUPT = 8;
const WRITE_CYCLES = 3.4 * 16_000;

class Eeprom extends PartsBench {
  readonly cells = new EepromCells(1);
  readonly port = new EepromPort(this, this.cells);

  /** `gap` cycles lie between the two strobes. */
  store(address: number, value: number, gap = 2, strobe = STROBE): this {
    this.write16(EEARL, address).write(EEDR, value).write(EECR, MASTER);
    return this.pass(gap).write(EECR, MASTER | strobe);
  }

  load(address: number): number {
    return this.write16(EEARL, address).write(EECR, READ).read(EEDR);
  }
}

describe('writing', () => {
  it.each([
    [0, true],
    [4, true],
    [5, false],
  ])('needs the master enable %i cycles before: %s', (gap, works) => {
    const eeprom = new Eeprom().store(5, 0x12, gap);
    expect(eeprom.read(EECR) & STROBE).toBe(works ? STROBE : 0);
    expect(eeprom.pass(WRITE_CYCLES).load(5)).toBe(works ? 0x12 : 0xff);
  });

  it('never begins without the master enable, nor with both in one go', () => {
    const eeprom = new Eeprom().write16(EEARL, 5).write(EEDR, 1).write(EECR, STROBE);
    expect(eeprom.read(EECR) & STROBE).toBe(0);
    expect(eeprom.write(EECR, MASTER | STROBE).read(EECR) & STROBE).toBe(0);
  });

  it('blocks reads, addresses and modes while it is in flight, and lets none of them spoil it', () => {
    const eeprom = new Eeprom().store(0x123, 0x12);
    eeprom
      .write(EEDR, 0x99)
      .write16(EEARL, 7)
      .write(EECR, READ | 0x10);
    expect([eeprom.read(EEDR), eeprom.read16(EEARL), eeprom.pass(5).read(EECR)]).toEqual([0x99, 0x123, STROBE]);
    eeprom.pass(WRITE_CYCLES);
    expect([eeprom.load(0x123), eeprom.load(7)]).toEqual([0x12, 0xff]);
  });

  it('in its modes erases alone, or clears bits alone', () => {
    const eeprom = new Eeprom().store(1, 0x3c).pass(WRITE_CYCLES);
    eeprom.store(1, 0x0f, 0, STROBE | 0x20).pass(1.8 * 16_000);
    expect(eeprom.load(1)).toBe(0x0c);
    eeprom.store(1, 0x0f, 0, STROBE | 0x10).pass(1.8 * 16_000);
    expect(eeprom.load(1)).toBe(0xff);
  });

  it('halts the CPU for two cycles, a read for four', () => {
    const eeprom = new Eeprom();
    eeprom
      .write16(EEARL, 1)
      .write(EECR, MASTER)
      .write(EECR, MASTER | STROBE);
    expect(eeprom.cpu.cycles).toBe(2);
    eeprom.pass(WRITE_CYCLES);
    const from = eeprom.cpu.cycles;
    eeprom.load(1);
    expect(eeprom.cpu.cycles - from).toBe(4);
  });
});

describe('the ready interrupt', () => {
  it('is up while nothing is in flight and the program wants to know', () => {
    const eeprom = new Eeprom().write(EECR, READY_INTERRUPT);
    expect(eeprom.interrupts.take()).toBe(vectors.EE_READY);
    eeprom
      .write16(EEARL, 1)
      .write(EECR, READY_INTERRUPT | MASTER)
      .write(EECR, READY_INTERRUPT | STROBE);
    expect(eeprom.interrupts.any).toBe(false);
    expect(eeprom.untilInterrupt()).toBe(WRITE_CYCLES - 2);
    eeprom.write(EECR, 0);
    expect(eeprom.interrupts.any).toBe(false);
  });
});
