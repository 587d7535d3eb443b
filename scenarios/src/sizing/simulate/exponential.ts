import { ln } from '@dosetwin/twin';

const BITS = 10;
const SLICES = 1 << BITS;
const REST = 32 - 1 - BITS;
const LN_2 = ln(2);
/** -ln of the ends of 1,024 equal slices of [1/2, 1]. */
const MINUS_LN = Float64Array.from({ length: SLICES + 1 }, (_, i) => -ln((SLICES + i) / (2 * SLICES)));

/**
 * The exponential quantile of mean 1 for one word of 32 bits: -ln(word / 2^32), by powers of two and a line within a slice, which is off by
 * less than 2e-7. A look at a table, where a logarithm would take as long as all else that happens between two failures.
 */
export function exponential(word: number): number {
  const halvings = Math.clz32(word);
  // 0 has no leading one: it is taken for half a word.
  const mantissa = (word << halvings) & 0x7fffffff;
  const slice = mantissa >>> REST;
  const from = MINUS_LN[slice] as number;
  const share = (mantissa & ((1 << REST) - 1)) / (1 << REST);
  return halvings * LN_2 + from + share * ((MINUS_LN[slice + 1] as number) - from);
}
