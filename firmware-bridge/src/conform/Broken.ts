/** What a board did that a rule forbids. */
export class Broken extends Error {}

/** A rule cannot be tried here after all, and why. */
export class NotTried extends Error {}

/** @throws Broken with what was seen, unless it holds */
export function must(holds: boolean, says: string): asserts holds {
  if (!holds) throw new Broken(says);
}
