import { avrInstruction, type CPU } from 'avr8js';
import { ATMEGA2560 } from './ATMEGA2560.js';
import type { ClockEvents } from './ClockEvents.js';
import type { DecodedProgram } from './decodeProgram.js';
import { STATUS_FLAGS } from './STATUS_FLAGS.js';

const { sramAt, SREG } = ATMEGA2560;
const { added, subtracted, logical, increased, decreased, shifted } = STATUS_FLAGS;
const SPL = 0x5d;
const SPH = 0x5e;
const Z_POINTER = 30;
/** The program counter has 17 bits. */
const PC_BITS = 0x1ffff;
const INTERRUPTS_ON = 0x80;
const CARRY = 0x01;
const ZERO = 0x02;
/** Bits of SREG that an instruction leaves alone: all but C Z N V S H; but V N Z S; but those and C; but those five without H. */
const KEPT_BY_SUM = 0xc0;
const KEPT_BY_LOGIC = 0xe1;
const KEPT_BY_SHIFT = 0xe0;
const KEPT_BY_PRODUCT = 0xfc;
/** Everything but Z, which SBC and CPC may clear and never set. */
const NOT_ZERO = 0xfd;

/**
 * Executes instructions from where the program stands until `clock.attention` or to the next SLEEP, which is left to the
 * caller. `whileMasked`: a line is up, so the instruction that turns interrupts on is the last one.
 *
 * The work of avr8js' `avrInstruction`, to the cycle, for the instructions that compilers use most; the others are still its
 * own. A program decoded beforehand and one dense switch are several times faster than its chain of comparisons, flags looked
 * up than worked out, and an address of memory needs no look at hooks. Cases follow `decodeProgram`.
 */
export function runInstructions(cpu: CPU, program: DecodedProgram, clock: ClockEvents, whileMasked: boolean): void {
  const { data, progBytes, readHooks, writeHooks } = cpu;
  let { pc, cycles } = cpu;
  let { attention } = clock;
  while (cycles < attention) {
    const instruction = program[pc] as number;
    const a = (instruction >> 7) & 0x1f;
    const b = instruction >>> 12;
    pc += 1;
    cycles += 1;
    switch (instruction & 0x7f) {
      case 1: // NOP
        break;
      case 2: // LDI
        data[a] = b;
        break;
      case 3: // MOV
        data[a] = data[b] as number;
        break;
      case 4: // MOVW
        data[a] = data[b] as number;
        data[a + 1] = data[b + 1] as number;
        break;
      case 5: {
        // ADD
        const flags = added[((data[a] as number) << 8) | (data[b] as number)] as number;
        data[a] = (data[a] as number) + (data[b] as number);
        data[SREG] = ((data[SREG] as number) & KEPT_BY_SUM) | flags;
        break;
      }
      case 6: {
        // ADC
        const flags = added[
          (((data[SREG] as number) & CARRY) << 16) | ((data[a] as number) << 8) | (data[b] as number)
        ] as number;
        data[a] = (data[a] as number) + (data[b] as number) + ((data[SREG] as number) & CARRY);
        data[SREG] = ((data[SREG] as number) & KEPT_BY_SUM) | flags;
        break;
      }
      case 7: {
        // SUB
        const flags = subtracted[((data[a] as number) << 8) | (data[b] as number)] as number;
        data[a] = (data[a] as number) - (data[b] as number);
        data[SREG] = ((data[SREG] as number) & KEPT_BY_SUM) | flags;
        break;
      }
      case 8: {
        // SBC
        const flags = subtracted[
          (((data[SREG] as number) & CARRY) << 16) | ((data[a] as number) << 8) | (data[b] as number)
        ] as number;
        data[a] = (data[a] as number) - (data[b] as number) - ((data[SREG] as number) & CARRY);
        data[SREG] = ((data[SREG] as number) & KEPT_BY_SUM) | (flags & ((data[SREG] as number) | NOT_ZERO));
        break;
      }
      case 9: // AND
        data[a] = (data[a] as number) & (data[b] as number);
        data[SREG] = ((data[SREG] as number) & KEPT_BY_LOGIC) | (logical[data[a] as number] as number);
        break;
      case 10: // OR
        data[a] = (data[a] as number) | (data[b] as number);
        data[SREG] = ((data[SREG] as number) & KEPT_BY_LOGIC) | (logical[data[a] as number] as number);
        break;
      case 11: // EOR
        data[a] = (data[a] as number) ^ (data[b] as number);
        data[SREG] = ((data[SREG] as number) & KEPT_BY_LOGIC) | (logical[data[a] as number] as number);
        break;
      case 12: {
        // CP
        const flags = subtracted[((data[a] as number) << 8) | (data[b] as number)] as number;
        data[SREG] = ((data[SREG] as number) & KEPT_BY_SUM) | flags;
        break;
      }
      case 13: {
        // CPC
        const flags = subtracted[
          (((data[SREG] as number) & CARRY) << 16) | ((data[a] as number) << 8) | (data[b] as number)
        ] as number;
        data[SREG] = ((data[SREG] as number) & KEPT_BY_SUM) | (flags & ((data[SREG] as number) | NOT_ZERO));
        break;
      }
      case 14: {
        // SUBI
        const flags = subtracted[((data[a] as number) << 8) | b] as number;
        data[a] = (data[a] as number) - b;
        data[SREG] = ((data[SREG] as number) & KEPT_BY_SUM) | flags;
        break;
      }
      case 15: {
        // SBCI
        const flags = subtracted[(((data[SREG] as number) & CARRY) << 16) | ((data[a] as number) << 8) | b] as number;
        data[a] = (data[a] as number) - b - ((data[SREG] as number) & CARRY);
        data[SREG] = ((data[SREG] as number) & KEPT_BY_SUM) | (flags & ((data[SREG] as number) | NOT_ZERO));
        break;
      }
      case 16: // ANDI
        data[a] = (data[a] as number) & b;
        data[SREG] = ((data[SREG] as number) & KEPT_BY_LOGIC) | (logical[data[a] as number] as number);
        break;
      case 17: // ORI
        data[a] = (data[a] as number) | b;
        data[SREG] = ((data[SREG] as number) & KEPT_BY_LOGIC) | (logical[data[a] as number] as number);
        break;
      case 18: {
        // CPI
        const flags = subtracted[((data[a] as number) << 8) | b] as number;
        data[SREG] = ((data[SREG] as number) & KEPT_BY_SUM) | flags;
        break;
      }
      case 19: // INC
        data[a] = (data[a] as number) + 1;
        data[SREG] = ((data[SREG] as number) & KEPT_BY_LOGIC) | (increased[data[a] as number] as number);
        break;
      case 20: // DEC
        data[a] = (data[a] as number) - 1;
        data[SREG] = ((data[SREG] as number) & KEPT_BY_LOGIC) | (decreased[data[a] as number] as number);
        break;
      case 21: // COM
        data[a] = ~(data[a] as number);
        data[SREG] = ((data[SREG] as number) & KEPT_BY_LOGIC) | (logical[data[a] as number] as number) | CARRY;
        break;
      case 22: // NEG
        data[SREG] = ((data[SREG] as number) & KEPT_BY_SUM) | (subtracted[data[a] as number] as number);
        data[a] = -(data[a] as number);
        break;
      case 23: // SWAP
        data[a] = ((data[a] as number) << 4) | ((data[a] as number) >> 4);
        break;
      case 24: {
        // LSR
        const x = data[a] as number;
        data[a] = x >> 1;
        data[SREG] = ((data[SREG] as number) & KEPT_BY_SHIFT) | (shifted[((x & 1) << 8) | (data[a] as number)] as number);
        break;
      }
      case 25: {
        // ROR
        const x = data[a] as number;
        data[a] = (x >> 1) | (((data[SREG] as number) & CARRY) << 7);
        data[SREG] = ((data[SREG] as number) & KEPT_BY_SHIFT) | (shifted[((x & 1) << 8) | (data[a] as number)] as number);
        break;
      }
      case 26: {
        // ASR
        const x = data[a] as number;
        data[a] = (x >> 1) | (x & 0x80);
        data[SREG] = ((data[SREG] as number) & KEPT_BY_SHIFT) | (shifted[((x & 1) << 8) | (data[a] as number)] as number);
        break;
      }
      case 27: {
        // ADIW
        const x = (data[a] as number) | ((data[a + 1] as number) << 8);
        const sum = (x + b) & 0xffff;
        data[a] = sum;
        data[a + 1] = sum >> 8;
        data[SREG] = ((data[SREG] as number) & KEPT_BY_SHIFT) | flagsOfPair(sum, ~x & sum, x & ~sum);
        cycles += 1;
        break;
      }
      case 28: {
        // SBIW
        const x = (data[a] as number) | ((data[a + 1] as number) << 8);
        const rest = (x - b) & 0xffff;
        data[a] = rest;
        data[a + 1] = rest >> 8;
        data[SREG] = ((data[SREG] as number) & KEPT_BY_SHIFT) | flagsOfPair(rest, x & ~rest, ~x & rest);
        cycles += 1;
        break;
      }
      case 29: {
        // MUL
        const product = (data[a] as number) * (data[b] as number);
        data[0] = product;
        data[1] = product >> 8;
        data[SREG] = ((data[SREG] as number) & KEPT_BY_PRODUCT) | (product === 0 ? ZERO : 0) | (product >> 15);
        cycles += 1;
        break;
      }
      case 30: // JMP, RJMP
        pc = b;
        cycles += a - 1;
        break;
      case 31: {
        // CALL, RCALL
        const sp = (data[SPL] as number) | ((data[SPH] as number) << 8);
        const back = pc + a - 1;
        data[sp] = back;
        data[sp - 1] = back >> 8;
        data[sp - 2] = back >> 16;
        data[SPL] = sp - 3;
        data[SPH] = (sp - 3) >> 8;
        pc = b;
        cycles += a + 2;
        break;
      }
      case 32: {
        // RET
        const sp = ((data[SPL] as number) | ((data[SPH] as number) << 8)) + 3;
        data[SPL] = sp;
        data[SPH] = sp >> 8;
        pc = (((data[sp - 2] as number) << 16) | ((data[sp - 1] as number) << 8) | (data[sp] as number)) & PC_BITS;
        cycles += 4;
        break;
      }
      case 33: {
        // RETI
        const sp = ((data[SPL] as number) | ((data[SPH] as number) << 8)) + 3;
        data[SPL] = sp;
        data[SPH] = sp >> 8;
        pc = (((data[sp - 2] as number) << 16) | ((data[sp - 1] as number) << 8) | (data[sp] as number)) & PC_BITS;
        cycles += 4;
        data[SREG] = (data[SREG] as number) | INTERRUPTS_ON;
        if (whileMasked) attention = 0;
        break;
      }
      case 34: // BRBS
        if ((data[SREG] as number) & (1 << a)) {
          pc = b;
          cycles += 1;
        }
        break;
      case 35: // BRBC
        if (((data[SREG] as number) & (1 << a)) === 0) {
          pc = b;
          cycles += 1;
        }
        break;
      case 36: // SBRC
        if (((data[a] as number) & b) === 0) {
          pc += b >> 8;
          cycles += b >> 8;
        }
        break;
      case 37: // SBRS
        if (((data[a] as number) & b) !== 0) {
          pc += b >> 8;
          cycles += b >> 8;
        }
        break;
      case 38: // CPSE
        if (data[a] === data[b & 0x1f]) {
          pc += b >> 8;
          cycles += b >> 8;
        }
        break;
      case 39: // LDS
        pc += 1;
        if (b >= sramAt) {
          data[a] = data[b] as number;
        } else {
          cpu.cycles = cycles;
          data[a] = cpu.readData(b);
          cycles = cpu.cycles;
          attention = clock.attention;
        }
        cycles += 1;
        break;
      case 40: // STS
        pc += 1;
        if (b >= sramAt) {
          data[b] = data[a] as number;
        } else {
          cpu.cycles = cycles - 1;
          cpu.writeData(b, data[a] as number);
          cycles = cpu.cycles + 1;
          attention = whileMasked && (data[SREG] as number) & INTERRUPTS_ON ? 0 : clock.attention;
        }
        cycles += 1;
        break;
      case 41: {
        // LD, LDD
        const at = ((data[b & 0x1f] as number) | ((data[(b & 0x1f) + 1] as number) << 8)) + (b >> 8);
        if (at >= sramAt) {
          data[a] = data[at] as number;
        } else {
          cpu.cycles = cycles;
          data[a] = cpu.readData(at);
          cycles = cpu.cycles;
          attention = clock.attention;
        }
        cycles += 1;
        break;
      }
      case 42: {
        // LD with increment
        const at = (data[b] as number) | ((data[b + 1] as number) << 8);
        if (at >= sramAt) {
          data[a] = data[at] as number;
        } else {
          cpu.cycles = cycles;
          data[a] = cpu.readData(at);
          cycles = cpu.cycles;
          attention = clock.attention;
        }
        data[b] = at + 1;
        data[b + 1] = (at + 1) >> 8;
        cycles += 1;
        break;
      }
      case 43: {
        // LD with decrement
        const at = ((data[b] as number) | ((data[b + 1] as number) << 8)) - 1;
        data[b] = at;
        data[b + 1] = at >> 8;
        if (at >= sramAt) {
          data[a] = data[at] as number;
        } else {
          cpu.cycles = cycles;
          data[a] = cpu.readData(at);
          cycles = cpu.cycles;
          attention = clock.attention;
        }
        cycles += 1;
        break;
      }
      case 44: {
        // ST, STD
        const at = ((data[b & 0x1f] as number) | ((data[(b & 0x1f) + 1] as number) << 8)) + (b >> 8);
        if (at >= sramAt) {
          data[at] = data[a] as number;
        } else {
          cpu.cycles = cycles - 1;
          cpu.writeData(at, data[a] as number);
          cycles = cpu.cycles + 1;
          attention = whileMasked && (data[SREG] as number) & INTERRUPTS_ON ? 0 : clock.attention;
        }
        cycles += 1;
        break;
      }
      case 45: {
        // ST with increment
        const at = (data[b] as number) | ((data[b + 1] as number) << 8);
        if (at >= sramAt) {
          data[at] = data[a] as number;
        } else {
          cpu.cycles = cycles - 1;
          cpu.writeData(at, data[a] as number);
          cycles = cpu.cycles + 1;
          attention = whileMasked && (data[SREG] as number) & INTERRUPTS_ON ? 0 : clock.attention;
        }
        data[b] = at + 1;
        data[b + 1] = (at + 1) >> 8;
        cycles += 1;
        break;
      }
      case 46: {
        // ST with decrement
        const at = ((data[b] as number) | ((data[b + 1] as number) << 8)) - 1;
        const byte = data[a] as number;
        data[b] = at;
        data[b + 1] = at >> 8;
        if (at >= sramAt) {
          data[at] = byte;
        } else {
          cpu.cycles = cycles - 1;
          cpu.writeData(at, byte);
          cycles = cpu.cycles + 1;
          attention = whileMasked && (data[SREG] as number) & INTERRUPTS_ON ? 0 : clock.attention;
        }
        cycles += 1;
        break;
      }
      case 47: // LPM Z
        data[a] = progBytes[(data[Z_POINTER] as number) | ((data[Z_POINTER + 1] as number) << 8)] as number;
        cycles += 2;
        break;
      case 48: {
        // LPM Z+
        const at = (data[Z_POINTER] as number) | ((data[Z_POINTER + 1] as number) << 8);
        data[a] = progBytes[at] as number;
        data[Z_POINTER] = at + 1;
        data[Z_POINTER + 1] = (at + 1) >> 8;
        cycles += 2;
        break;
      }
      case 49: // IN
        if (readHooks[b] === undefined) {
          data[a] = data[b] as number;
        } else {
          cpu.cycles = cycles - 1;
          data[a] = cpu.readData(b);
          cycles = cpu.cycles + 1;
          attention = clock.attention;
        }
        break;
      case 50: // OUT
        if (writeHooks[b] === undefined) {
          data[b] = data[a] as number;
        } else {
          cpu.cycles = cycles - 1;
          cpu.writeData(b, data[a] as number);
          cycles = cpu.cycles + 1;
          attention = clock.attention;
        }
        if (whileMasked && (data[SREG] as number) & INTERRUPTS_ON) attention = 0;
        break;
      case 51: {
        // PUSH
        const sp = (data[SPL] as number) | ((data[SPH] as number) << 8);
        data[sp] = data[a] as number;
        data[SPL] = sp - 1;
        data[SPH] = (sp - 1) >> 8;
        cycles += 1;
        break;
      }
      case 52: {
        // POP
        const sp = ((data[SPL] as number) | ((data[SPH] as number) << 8)) + 1;
        data[SPL] = sp;
        data[SPH] = sp >> 8;
        data[a] = data[sp] as number;
        cycles += 1;
        break;
      }
      case 53: // BSET
        data[SREG] = (data[SREG] as number) | b;
        if (whileMasked && b === INTERRUPTS_ON) attention = 0;
        break;
      case 54: // BCLR
        data[SREG] = (data[SREG] as number) & ~b;
        break;
      case 55: // SLEEP
        cpu.pc = pc - 1;
        cpu.cycles = cycles - 1;
        return;
      default:
        cpu.pc = pc - 1;
        cpu.cycles = cycles - 1;
        avrInstruction(cpu);
        pc = cpu.pc;
        cycles = cpu.cycles;
        attention = whileMasked && (data[SREG] as number) & INTERRUPTS_ON ? 0 : clock.attention;
    }
  }
  cpu.pc = pc;
  cpu.cycles = cycles;
}

/** Of ADIW and SBIW: bit 15 of `overflow` and `carry` tells whether there was one. */
function flagsOfPair(result: number, overflow: number, carry: number): number {
  const negative = (result >> 15) & 1;
  const over = (overflow >> 15) & 1;
  return ((carry >> 15) & 1) | (result === 0 ? ZERO : 0) | (negative << 2) | (over << 3) | ((negative ^ over) << 4);
}
