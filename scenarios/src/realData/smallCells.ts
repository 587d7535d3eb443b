/** Counts below this, other than none, could point at somebody, so they are hidden in what is printed and written. */
export const FEWEST = 5;

/** A count as it may be shown: `12`, `0`, or `fewer than 5`. */
export function shownCount(count: number): string {
  return isSmall(count) ? `fewer than ${FEWEST}` : String(count);
}

export function isSmall(count: number): boolean {
  return count > 0 && count < FEWEST;
}
