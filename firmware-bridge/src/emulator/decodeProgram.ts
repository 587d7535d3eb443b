/** A program, one number for each word of flash: `kind | a << 7 | b << 12`; kinds are those of `runInstructions`. */
export type DecodedProgram = Int32Array;

const [X, Y, Z] = [26, 28, 30];
/** Input and output begin here in data memory. */
const IO = 0x20;
/** Left to avr8js, as are all that are not listed: too rare to be worth a second description. */
const OTHER = 0;

/** Where an instruction stands. */
interface Place {
  readonly pc: number;
  readonly opcode: number;
  /** The word behind it: an address, or what may be skipped. */
  readonly next: number;
}

/** Bits that make it this instruction, its kind, and its operands `a` (5 bits) and `b` (20 bits). */
type Row = readonly [mask: number, bits: number, kind: number, operands: (place: Place) => readonly [a: number, b: number]];

const none = () => [0, 0] as const;
const register = ({ opcode }: Place) => [(opcode >> 4) & 0x1f, 0] as const;
const registers = ({ opcode }: Place) => [(opcode >> 4) & 0x1f, (opcode & 0x0f) | ((opcode >> 5) & 0x10)] as const;
const pairs = ({ opcode }: Place) => [(opcode >> 3) & 0x1e, (opcode << 1) & 0x1e] as const;
const constant = ({ opcode }: Place) => [16 + ((opcode >> 4) & 0x0f), (opcode & 0x0f) | ((opcode >> 4) & 0xf0)] as const;
const pairConstant = ({ opcode }: Place) => [24 + ((opcode >> 3) & 0x06), (opcode & 0x0f) | ((opcode >> 2) & 0x30)] as const;
const address = ({ opcode, next }: Place) => [(opcode >> 4) & 0x1f, next] as const;
const port = ({ opcode }: Place) => [(opcode >> 4) & 0x1f, IO + ((opcode & 0x0f) | ((opcode >> 5) & 0x30))] as const;
const flag = ({ opcode }: Place) => [0, 1 << ((opcode >> 4) & 7)] as const;
/** Cycles, and where to. */
const near = ({ pc, opcode }: Place) => [2, pc + 1 + (((opcode & 0x0fff) << 20) >> 20)] as const;
const far = ({ opcode, next }: Place) => [3, next | ((opcode & 1) << 16) | ((opcode & 0x1f0) << 13)] as const;
/** Words of the call, and where to. */
const nearCall = (place: Place) => [1, near(place)[1]] as const;
const farCall = (place: Place) => [2, far(place)[1]] as const;
const branch = ({ pc, opcode }: Place) => [opcode & 7, pc + 1 + (((opcode & 0x3f8) << 22) >> 25)] as const;
/** What is compared, and how many words are skipped. */
const skipBit = ({ opcode, next }: Place) => [(opcode >> 4) & 0x1f, (1 << (opcode & 7)) | (wordsOf(next) << 8)] as const;
const skipEqual = (place: Place) => [registers(place)[0], registers(place)[1] | (wordsOf(place.next) << 8)] as const;
/** The pointer, and how far beyond it. */
const at = (pointer: number) => (place: Place) => [register(place)[0], pointer] as const;
const beyond = (pointer: number) => (place: Place) => {
  const { opcode } = place;
  const displacement = (opcode & 7) | ((opcode >> 7) & 0x18) | ((opcode >> 8) & 0x20);
  return [register(place)[0], pointer | (displacement << 8)] as const;
};

const ROWS: readonly Row[] = [
  [0xffff, 0x0000, 1, none], // NOP
  [0xf000, 0xe000, 2, constant], // LDI
  [0xfc00, 0x2c00, 3, registers], // MOV
  [0xff00, 0x0100, 4, pairs], // MOVW
  [0xfc00, 0x0c00, 5, registers], // ADD
  [0xfc00, 0x1c00, 6, registers], // ADC
  [0xfc00, 0x1800, 7, registers], // SUB
  [0xfc00, 0x0800, 8, registers], // SBC
  [0xfc00, 0x2000, 9, registers], // AND
  [0xfc00, 0x2800, 10, registers], // OR
  [0xfc00, 0x2400, 11, registers], // EOR
  [0xfc00, 0x1400, 12, registers], // CP
  [0xfc00, 0x0400, 13, registers], // CPC
  [0xf000, 0x5000, 14, constant], // SUBI
  [0xf000, 0x4000, 15, constant], // SBCI
  [0xf000, 0x7000, 16, constant], // ANDI
  [0xf000, 0x6000, 17, constant], // ORI
  [0xf000, 0x3000, 18, constant], // CPI
  [0xfe0f, 0x9403, 19, register], // INC
  [0xfe0f, 0x940a, 20, register], // DEC
  [0xfe0f, 0x9400, 21, register], // COM
  [0xfe0f, 0x9401, 22, register], // NEG
  [0xfe0f, 0x9402, 23, register], // SWAP
  [0xfe0f, 0x9406, 24, register], // LSR
  [0xfe0f, 0x9407, 25, register], // ROR
  [0xfe0f, 0x9405, 26, register], // ASR
  [0xff00, 0x9600, 27, pairConstant], // ADIW
  [0xff00, 0x9700, 28, pairConstant], // SBIW
  [0xfc00, 0x9c00, 29, registers], // MUL
  [0xf000, 0xc000, 30, near], // RJMP
  [0xfe0e, 0x940c, 30, far], // JMP
  [0xf000, 0xd000, 31, nearCall], // RCALL
  [0xfe0e, 0x940e, 31, farCall], // CALL
  [0xffff, 0x9508, 32, none], // RET
  [0xffff, 0x9518, 33, none], // RETI
  [0xfc00, 0xf000, 34, branch], // BRBS
  [0xfc00, 0xf400, 35, branch], // BRBC
  [0xfe08, 0xfc00, 36, skipBit], // SBRC
  [0xfe08, 0xfe00, 37, skipBit], // SBRS
  [0xfc00, 0x1000, 38, skipEqual], // CPSE
  [0xfe0f, 0x9000, 39, address], // LDS
  [0xfe0f, 0x9200, 40, address], // STS
  [0xfe0f, 0x900c, 41, at(X)], // LD X
  [0xd208, 0x8008, 41, beyond(Y)], // LDD Y+q
  [0xd208, 0x8000, 41, beyond(Z)], // LDD Z+q
  [0xfe0f, 0x900d, 42, at(X)], // LD X+
  [0xfe0f, 0x9009, 42, at(Y)],
  [0xfe0f, 0x9001, 42, at(Z)],
  [0xfe0f, 0x900e, 43, at(X)], // LD -X
  [0xfe0f, 0x900a, 43, at(Y)],
  [0xfe0f, 0x9002, 43, at(Z)],
  [0xfe0f, 0x920c, 44, at(X)], // ST X
  [0xd208, 0x8208, 44, beyond(Y)], // STD Y+q
  [0xd208, 0x8200, 44, beyond(Z)], // STD Z+q
  [0xfe0f, 0x920d, 45, at(X)], // ST X+
  [0xfe0f, 0x9209, 45, at(Y)],
  [0xfe0f, 0x9201, 45, at(Z)],
  [0xfe0f, 0x920e, 46, at(X)], // ST -X
  [0xfe0f, 0x920a, 46, at(Y)],
  [0xfe0f, 0x9202, 46, at(Z)],
  [0xfe0f, 0x9004, 47, register], // LPM Z
  [0xfe0f, 0x9005, 48, register], // LPM Z+
  [0xf800, 0xb000, 49, port], // IN
  [0xf800, 0xb800, 50, port], // OUT
  [0xfe0f, 0x920f, 51, register], // PUSH
  [0xfe0f, 0x900f, 52, register], // POP
  [0xff8f, 0x9408, 53, flag], // BSET
  [0xff8f, 0x9488, 54, flag], // BCLR
  [0xffff, 0x9588, 55, none], // SLEEP
];

/** The kinds whose `b` is a place in the program. */
const JUMPS: readonly number[] = [30, 31, 34, 35];

/** `words`: how many of the flash the program takes; the erased ones beyond it, and jumps out of the flash, are avr8js'. */
export function decodeProgram(flash: Uint16Array, words: number): DecodedProgram {
  const decoded = new Int32Array(flash.length);
  for (let pc = 0; pc < Math.min(words, flash.length - 2); pc++) {
    const place: Place = { pc, opcode: flash[pc] as number, next: flash[pc + 1] as number };
    decoded[pc] = decodeOne(place, flash.length);
  }
  return decoded;
}

function decodeOne(place: Place, flashWords: number): number {
  const row = ROWS.find(([mask, bits]) => (place.opcode & mask) === bits);
  if (row === undefined) return OTHER;
  const [, , kind, operands] = row;
  const [a, b] = operands(place);
  if (JUMPS.includes(kind) && (b < 0 || b >= flashWords)) return OTHER;
  return kind | (a << 7) | (b << 12);
}

function wordsOf(opcode: number): number {
  const isTwo = (opcode & 0xfc0f) === 0x9000 || (opcode & 0xfe0c) === 0x940c;
  return isTwo ? 2 : 1;
}
