import { avrInstruction, CPU } from 'avr8js';
import { describe, expect, it } from 'vitest';
import { ATMEGA2560 } from './ATMEGA2560.js';
import { ClockEvents } from './ClockEvents.js';
import { decodeProgram } from './decodeProgram.js';
import { runInstructions } from './runInstructions.js';

const { SREG, sramAt } = ATMEGA2560;
const OPCODES = 0x10000;
const SLEEP = 0x9588;
const SEI = 0x9478;
const RETI = 0x9518;
const NOP = 0x0000;
const [Z, V, S, H] = [0x02, 0x08, 0x10, 0x20];
/** Registers of input and output that something is behind. */
const HOOKED = [0x25, 0x3f, 0x62, 0xc6, 0x109];

/** The same numbers each time. */
function luckOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Every opcode, each with a word behind it: an address where somebody may look, or what may be skipped. */
function allOpcodes(): Uint16Array {
  const flash = new Uint16Array(2 * OPCODES);
  const luck = luckOf(1);
  for (let opcode = 0; opcode < OPCODES; opcode++) {
    flash[2 * opcode] = opcode;
    const seconds = [luck(0x2200), HOOKED[luck(HOOKED.length)] as number, luck(0x10000), 0x9000 | (luck(32) << 4)];
    flash[2 * opcode + 1] = seconds[luck(seconds.length)] as number;
  }
  return flash;
}

/** A CPU, and what its hooks were told: of registers, and of the watchdog. */
function watchedCpu(flash: Uint16Array, clock: ClockEvents) {
  const cpu = new CPU(flash, 8192 + 256);
  const told: string[] = [];
  for (const address of HOOKED) {
    cpu.readHooks[address] = () => {
      told.push(`read ${address} at ${cpu.cycles}`);
      cpu.cycles += address & 3;
      clock.attention = 0;
      return (cpu.cycles + address) & 0xff;
    };
    cpu.writeHooks[address] = (value, _old, _address, mask) => {
      told.push(`write ${value} by ${mask} to ${address} at ${cpu.cycles}`);
      cpu.cycles += address & 1;
      clock.attention = 0;
      return (address & 4) === 0;
    };
  }
  cpu.onWatchdogReset = () => told.push(`watchdog at ${cpu.cycles}`);
  return { cpu, told };
}

/** Registers, pointers that lead somewhere, a stack pointer and SREG. */
function stir(data: Uint8Array, luck: (below: number) => number): void {
  for (let register = 0; register < 32; register++)
    data[register] = luck(4) === 0 ? [0, 1, 0x7f, 0x80, 0xff][luck(5)]! : luck(256);
  for (const pointer of [26, 28, 30, 0x5d]) {
    const at = pointer === 0x5d || luck(3) > 0 ? sramAt + 16 + luck(8_000) : luck(sramAt);
    data[pointer] = at & 0xff;
    data[pointer + 1] = at >> 8;
  }
  data[SREG] = luck(256);
  for (let i = 0; i < 8; i++) data[sramAt + luck(8_192)] = luck(256);
}

/** Flags of SREG in which avr8js departs from the instruction set manual, by opcode: there the manual is followed. */
function departures(opcode: number, before: Uint8Array): number {
  const group = opcode & 0xfc00;
  const isSum = [0x0400, 0x0800, 0x0c00, 0x1400, 0x1800, 0x1c00].includes(group) || (opcode >= 0x3000 && opcode < 0x6000);
  const isNeg = (opcode & 0xfe0f) === 0x9401;
  // It takes the half carry from bit 0, and lets SBIW change it.
  let flags = isSum || isNeg || (opcode & 0xff00) === 0x9700 ? H : 0;
  const register = (opcode >> 4) & 0x1f;
  if (isNeg && before[register] === 0x80) flags |= V | S;
  // A borrow from a full byte leaves nothing too.
  const other = (opcode & 0x0f) | ((opcode >> 5) & 0x10);
  const takesByte = group === 0x0400 || group === 0x0800;
  const takesConstant = (opcode & 0xf000) === 0x4000;
  const byte = takesByte ? before[other] : (opcode & 0x0f) | ((opcode >> 4) & 0xf0);
  const from = takesByte ? before[register] : before[16 + ((opcode >> 4) & 0x0f)];
  if ((takesByte || takesConstant) && from === 0 && byte === 0xff && (before[SREG] as number) & 1) flags |= Z;
  return flags;
}

describe('instructions', () => {
  it.each([1, 2, 3])('do what those of avr8js do, for every opcode, to the cycle (state %i)', (seed) => {
    const flash = allOpcodes();
    const program = decodeProgram(flash, flash.length);
    const clock = new ClockEvents();
    const [ours, theirs] = [watchedCpu(flash, clock), watchedCpu(flash, clock)];
    const luck = luckOf(seed);
    const wrong: string[] = [];
    for (let opcode = 0; opcode < OPCODES; opcode++) {
      if (opcode === SLEEP) continue;
      stir(ours.cpu.data, luck);
      theirs.cpu.data.set(ours.cpu.data);
      const before = ours.cpu.data.slice(0, sramAt);
      for (const { cpu } of [ours, theirs]) [cpu.pc, cpu.cycles] = [2 * opcode, 1_000];
      clock.attention = 1_001;
      runInstructions(ours.cpu, program, clock, false);
      avrInstruction(theirs.cpu);
      const departing = departures(opcode, before);
      theirs.cpu.data[SREG] = ((theirs.cpu.data[SREG] as number) & ~departing) | ((ours.cpu.data[SREG] as number) & departing);
      const same =
        ours.cpu.pc === theirs.cpu.pc &&
        ours.cpu.cycles === theirs.cpu.cycles &&
        Buffer.compare(ours.cpu.data, theirs.cpu.data) === 0;
      if (!same || ours.told.join() !== theirs.told.join()) wrong.push(opcode.toString(16));
      ours.told.length = 0;
      theirs.told.length = 0;
    }
    expect(wrong).toEqual([]);
  });

  it('takes the half carry from bit 3, as the manual says', () => {
    // ADD r16, r17; SUB r18, r19; CPI r20, 0x08
    const { cpu, step } = programOf(0x0f01, 0x1b23, 0x3048);
    cpu.data.set([0x08, 0x08, 0x10, 0x01, 0x07], 16);
    expect([step(), step(), step()].map((flags) => flags & H)).toEqual([H, H, H]);
    cpu.data.set([0x07, 0x08, 0x11, 0x01, 0x08], 16);
    cpu.pc = 0;
    expect([step(), step(), step()].map((flags) => flags & H)).toEqual([0, 0, 0]);
  });

  it('stops before SLEEP', () => {
    const { cpu, run } = programOf(NOP, SLEEP, NOP);
    run(100, false);
    expect([cpu.pc, cpu.cycles]).toEqual([1, 1]);
  });

  it('stops behind what turns interrupts on while a line is up, and not behind anything else', () => {
    // OUT SREG, r16; STS SREG, r16
    for (const [name, ...words] of [
      ['SEI', NOP, SEI, NOP, SLEEP],
      ['OUT', NOP, 0xbf0f, NOP, SLEEP],
      ['STS', NOP, 0x9300, SREG, NOP, SLEEP],
      ['RETI', NOP, RETI],
    ] as const) {
      const { cpu, run } = programOf(...words);
      cpu.data[16] = 0x80;
      cpu.data.set([0xf0, 0x21], 0x5d);
      run(100, true);
      expect([name, (cpu.data[SREG] as number) & 0x80]).toEqual([name, 0x80]);
      if (name !== 'RETI') expect(cpu.progMem[cpu.pc]).toBe(NOP);
    }
    // OUT SREG, r16 with interrupts off
    const { cpu, run } = programOf(0xbf0f, 0x9300, SREG, NOP, SLEEP);
    run(100, true);
    expect(cpu.progMem[cpu.pc]).toBe(SLEEP);
  });
});

function programOf(...words: readonly number[]) {
  const flash = new Uint16Array(0x20000).fill(0xffff);
  flash.set(words);
  const program = decodeProgram(flash, words.length);
  const clock = new ClockEvents();
  const cpu = new CPU(flash, 8192 + 256);
  const run = (cycles: number, whileMasked: boolean) => {
    clock.attention = cpu.cycles + cycles;
    runInstructions(cpu, program, clock, whileMasked);
  };
  const step = () => {
    run(1, false);
    return cpu.data[SREG] as number;
  };
  return { cpu, run, step };
}
