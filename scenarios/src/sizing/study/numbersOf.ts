import type { Region } from '../region/Region.js';
import type { Screened } from './screen.js';

/** Numbers looked at first; those between them are looked at where the answer lies. */
const FIRST_LOOKS = 8;
const MOST = 60;

/** The numbers of machines that a study of the region is about, unless it is told: enough for everybody 2.5 times over. */
export function rangeOf({ places, candidates, machine }: Region): readonly [number, number] {
  const people = places.reduce((sum, place) => sum + place.people.likely, 0);
  const room = candidates.reduce((sum, candidate) => sum + candidate.room, 0);
  return [1, Math.max(1, Math.min(room, Math.ceil((2.5 * people) / machine.people) + 4, MOST))];
}

/** Which numbers are simulated first: evenly over those that are not out of the question, and the greatest of those that are. */
export function firstNumbers(screened: readonly Screened[]): readonly number[] {
  const possible = screened.filter(({ isOutOfQuestion }) => !isOutOfQuestion).map(({ machines }) => machines);
  const numbers = screened.map(({ machines }) => machines);
  const looked = possible.length === 0 ? numbers.slice(-FIRST_LOOKS) : evenly(possible, FIRST_LOOKS);
  const before = numbers.filter((number) => number < (looked[0] as number)).at(-1);
  return before === undefined ? looked : [before, ...looked];
}

function evenly(numbers: readonly number[], count: number): readonly number[] {
  if (numbers.length <= count) return numbers;
  const at = (i: number) => numbers[Math.round((i * (numbers.length - 1)) / (count - 1))] as number;
  return Array.from({ length: count }, (_, i) => at(i));
}

/** Numbers between those judged that the answer may lie on: from the last that surely fails to the first that surely does. */
export function gapsIn(judged: readonly number[], [low, high]: readonly [number, number | null]): readonly number[] {
  const from = judged.filter((number) => number < low).at(-1) ?? low;
  const to = high ?? (judged.at(-1) as number);
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i).filter((number) => !judged.includes(number));
}
