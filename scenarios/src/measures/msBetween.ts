/** Whole milliseconds from one instant to another, rounded down. */
export function msBetween(from_us: number, to_us: number): number {
  return Math.floor((to_us - from_us) / 1000);
}
