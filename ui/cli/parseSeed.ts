import { InvalidArgumentError } from 'commander';

/** A seed as a word of the command line. */
export function parseSeed(text: string): number {
  const seed = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(seed)) return seed;
  throw new InvalidArgumentError('A whole number from 0 to 9007199254740991 was expected.');
}
