import { readFileSync } from 'node:fs';

/** A line of a record. */
export type RunEntry = readonly [
  t_us: number,
  level: number,
  source: string,
  kind: string,
  payload: Readonly<Record<string, unknown>>,
];

/** The entries of a record that was ended. */
export function runEntries(record: string): RunEntry[] {
  const lines = readFileSync(record, 'utf8').trim().split('\n').slice(1, -1);
  return lines.map((line) => JSON.parse(line) as RunEntry);
}

/** What the hinge heard, in order; of these names, if any are given. */
export function signalsIn(entries: readonly RunEntry[], ...names: string[]): Readonly<Record<string, unknown>>[] {
  return entries
    .filter(([, , , kind, { name }]) => kind === 'signal' && (names.length === 0 || names.includes(name as string)))
    .map(([, , , , payload]) => payload);
}
