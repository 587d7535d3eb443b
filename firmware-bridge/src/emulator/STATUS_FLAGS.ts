/** Bits of SREG (data sheet, 7.4): carry, zero, negative, overflow, sign, half carry. */
const [C, Z, N, V, S, H] = [0x01, 0x02, 0x04, 0x08, 0x10, 0x20];
const BYTES = 256;

/**
 * What an operation of one byte leaves in SREG, looked up instead of worked out: the flags that an instruction sets are half
 * of its work otherwise. Formulas are those of the AVR instruction set manual (Microchip DS40002198).
 */
export const STATUS_FLAGS = {
  /** By carry in, first and second operand: `(carry << 16) | (a << 8) | b`. */
  added: byOperands((a, b, carry) => {
    const sum = a + b + carry;
    return withSign(sum, halfCarry(a, b, sum) | (sum >= BYTES ? C : 0) | ((a ^ sum) & (b ^ sum) & 0x80 ? V : 0));
  }),
  /** Likewise, of `a - b - carry`. */
  subtracted: byOperands((a, b, carry) => {
    const rest = a - b - carry;
    return withSign(rest, halfCarry(a, b, rest) | (rest < 0 ? C : 0) | ((a ^ b) & (a ^ rest) & 0x80 ? V : 0));
  }),
  /** By the result, of and, or and exclusive or. */
  logical: byResult(BYTES, () => 0),
  /** By the result, of a step up and a step down. */
  increased: byResult(BYTES, (result) => (result === 0x80 ? V : 0)),
  decreased: byResult(BYTES, (result) => (result === 0x7f ? V : 0)),
  /** By the bit shifted out and the result: `(out << 8) | result`. */
  shifted: byResult(2 * BYTES, (result) => {
    const out = result >> 8;
    return (out ? C : 0) | (out !== ((result >> 7) & 1) ? V : 0);
  }),
} as const;

function byOperands(flagsOf: (a: number, b: number, carry: number) => number): Uint8Array {
  const flags = new Uint8Array(2 * BYTES * BYTES);
  for (let i = 0; i < flags.length; i++) {
    const [carry, a, b] = [i >> 16, (i >> 8) & 0xff, i & 0xff];
    flags[i] = flagsOf(a, b, carry);
  }
  return flags;
}

function byResult(count: number, flagsOf: (result: number) => number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, result) => withSign(result, flagsOf(result)));
}

/** The carry from bit 3 into bit 4, or the borrow. */
function halfCarry(a: number, b: number, result: number): number {
  return (a ^ b ^ result) & 0x10 ? H : 0;
}

/** With what the result itself tells. */
function withSign(result: number, flags: number): number {
  const all = flags | (result & 0xff ? 0 : Z) | (result & 0x80 ? N : 0);
  return all | (((all & N) !== 0) !== ((all & V) !== 0) ? S : 0);
}
