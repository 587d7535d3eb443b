import type { Region } from '../region/Region.js';
import type { Screened } from './screen.js';

/** Numbers looked at first; those between them are looked at where the answer lies. */
const FIRST_LOOKS = 6;
const MOST = 80;
/** How far around what the screen holds likely the first look goes, as shares of the target for people within reach. */
const FROM = 0.6;
const TO = 1.15;

/** The numbers of machines that a study of the region may look at, unless it is told: as many as there is room for, within reason. */
export function rangeOf({ candidates }: Region): readonly [number, number] {
  const room = candidates.reduce((sum, candidate) => sum + candidate.room, 0);
  return [1, Math.max(1, Math.min(room, MOST))];
}

/**
 * Which numbers are simulated first: evenly over those that the screen holds likely, the greatest that is out of the question before
 * them. Where everything is out of the question, a few all the same: the nearest that is possible is among them.
 */
export function firstNumbers({ targets }: Region, screened: readonly Screened[]): readonly number[] {
  const possible = screened.filter(({ isOutOfQuestion }) => !isOutOfQuestion);
  const some = possible.length === 0 ? screened : possible;
  const most = some.at(-1)?.reached ?? 0;
  const from = some.find(({ reached }) => reached >= FROM * Math.min(targets.reached, most)) ?? some[0];
  const to = some.find(({ reached }) => reached >= Math.min(TO * targets.reached, 0.97 * most)) ?? some.at(-1);
  const numbers = some.map(({ machines }) => machines).filter((n) => n >= (from?.machines ?? 0) && n <= (to?.machines ?? 0));
  const looked = evenly(numbers, FIRST_LOOKS);
  const before = screened.filter(({ machines, isOutOfQuestion }) => isOutOfQuestion && machines < (looked[0] ?? 0)).at(-1);
  return before === undefined || before.machines < (looked[0] ?? 0) - 3 ? looked : [before.machines, ...looked];
}

/** Where none is enough yet: farther by half than from the one before to the last. */
export function nextNumber(judged: readonly number[], most: number): number | null {
  const last = judged.at(-1) ?? 0;
  const step = Math.max(2, Math.ceil(1.5 * (last - (judged.at(-2) ?? last - 2))));
  return last >= most ? null : Math.min(most, last + step);
}

function evenly(numbers: readonly number[], count: number): readonly number[] {
  if (numbers.length <= count) return numbers;
  const at = (i: number) => numbers[Math.round((i * (numbers.length - 1)) / (count - 1))] as number;
  return Array.from({ length: count }, (_, i) => at(i));
}

/**
 * The numbers to be judged next so that each of these, the answer say, is the least of its kind: halfway down from it to the number
 * judged below it. Numbers between two that do not do are taken not to do either.
 */
export function gapsBelow(judged: readonly number[], numbers: readonly (number | null)[]): readonly number[] {
  const gaps = new Set<number>();
  for (const number of numbers) {
    if (number === null || !judged.includes(number)) continue;
    const below = judged.filter((one) => one < number).at(-1);
    if (below !== undefined && number - below > 1) gaps.add(Math.floor((below + number) / 2));
  }
  return [...gaps].sort((a, b) => a - b);
}
