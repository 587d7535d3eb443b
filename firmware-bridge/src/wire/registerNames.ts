import { REGISTER_MAP, type RegisterBlock, type RegisterMap, type RegisterValue } from './registerMap.js';

type Blocks = RegisterMap[number];
export type BlockName = Blocks['name'];
/** The names of one block's values. */
export type ValueName<B extends BlockName> = Extract<Blocks, { readonly name: B }>['values'][number]['name'];
export type RegisterName = Blocks['values'][number]['name'];
/** One repeat of a block, as named numbers. */
export type BlockValues<B extends BlockName> = { readonly [name in ValueName<B>]: number };

/** Where a block lies, in registers. */
export interface BlockPlace {
  readonly table: 'input' | 'holding';
  readonly address: number;
  /** Registers of one repeat. */
  readonly words: number;
  readonly repeats: number;
}

/** Where a value lies: in the first repeat of its block. */
export interface RegisterPlace {
  readonly block: BlockName;
  readonly table: 'input' | 'holding';
  readonly address: number;
  readonly words: 1 | 2;
}

const wordsOf = (values: readonly RegisterValue[]): number => values.reduce((sum, { words = 1 }) => sum + words, 0);

const BLOCKS = new Map<string, { readonly block: RegisterBlock; readonly place: BlockPlace }>(
  REGISTER_MAP.map((block) => {
    const { name, table, at, repeats = 1, values } = block;
    return [name, { block, place: { table, address: at, words: wordsOf(values), repeats } }];
  }),
);

const REGISTERS = new Map<string, RegisterPlace>(
  REGISTER_MAP.flatMap(({ name: block, table, at, values }) =>
    values.map(({ name, words = 1 }, index): [string, RegisterPlace] => [
      name,
      { block: block as BlockName, table, address: at + wordsOf(values.slice(0, index)), words },
    ]),
  ),
);

export function blockPlace(name: BlockName): BlockPlace {
  return (BLOCKS.get(name) as { readonly place: BlockPlace }).place;
}

export function registerPlace(name: RegisterName): RegisterPlace {
  return REGISTERS.get(name) as RegisterPlace;
}

/** One repeat of a block, from `registers[from]` on. Registers that are not there are an error of the caller. */
export function decodeBlock<B extends BlockName>(name: B, registers: ArrayLike<number>, from = 0): BlockValues<B> {
  const { block, place } = BLOCKS.get(name) as { readonly block: RegisterBlock; readonly place: BlockPlace };
  if (from < 0 || from + place.words > registers.length)
    throw new RangeError(`${name}: ${place.words} registers from ${from} were expected, there are ${registers.length}`);
  const decoded: Record<string, number> = {};
  let at = from;
  for (const { name: value, words = 1 } of block.values) {
    const first = registers[at] as number;
    decoded[value] = words === 2 ? first * 0x10000 + (registers[at + 1] as number) : first;
    at += words;
  }
  return decoded as BlockValues<B>;
}

/** The registers of one repeat; the reverse of `decodeBlock`. Numbers are whole, from 0, and fit their registers. */
export function encodeBlock<B extends BlockName>(name: B, values: BlockValues<B>): number[] {
  const { block } = BLOCKS.get(name) as { readonly block: RegisterBlock };
  return block.values.flatMap(({ name: value, words = 1 }) => {
    const number = (values as Readonly<Record<string, number>>)[value] as number;
    const most = words === 2 ? 0xffff_ffff : 0xffff;
    if (!Number.isInteger(number) || number < 0 || number > most)
      throw new RangeError(`${value} is ${number}; a whole number from 0 to ${most} was expected`);
    return words === 2 ? [Math.floor(number / 0x10000), number % 0x10000] : [number];
  });
}
