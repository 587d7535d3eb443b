import { WIRE_CODES } from './registerMap.js';

export type CodeList = keyof typeof WIRE_CODES;
/** A name of this list: `CodeName<'modes'>` is how an order may jam. */
export type CodeName<L extends CodeList> = (typeof WIRE_CODES)[L][number];

/** The number that stands for a name in a register, from 1. */
export function codeOf<L extends CodeList>(list: L, name: CodeName<L>): number {
  return (WIRE_CODES[list] as readonly string[]).indexOf(name) + 1;
}

/** The name behind a number; `undefined` for 0, and for a number that this version does not know. */
export function nameOfCode<L extends CodeList>(list: L, code: number): CodeName<L> | undefined {
  return (WIRE_CODES[list] as readonly string[])[code - 1] as CodeName<L> | undefined;
}
