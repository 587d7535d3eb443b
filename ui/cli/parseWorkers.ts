import { InvalidArgumentError } from 'commander';

/** A number of worker threads, as an option gives it. */
export function parseWorkers(text: string): number {
  const workers = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  if (workers >= 1 && workers <= 64) return workers;
  throw new InvalidArgumentError('A whole number from 1 to 64 was expected.');
}
