import type { Chances } from './PlanModel.js';
import type { DayProfile } from './RegionTables.js';

/** Half of a word: the upper sixteen bits say where in the window, the lower ones whether out of hours. */
const HALF = 65_536;

/** Below which lower half of its draw a visit falls out of hours, at a site open then. */
export function outOfHoursBelow({ outside }: DayProfile, { outOfHours }: Chances): number {
  return outside.length > 0 ? outOfHours * HALF : 0;
}

/** The minute of the day at which somebody comes, by one word: evenly over their window's share of the open minutes. */
export function visitMinute(
  { inside, outside }: DayProfile,
  when: number,
  below: number,
  window: number,
  windows: number,
): number {
  const upper = when >>> 16;
  if ((when & 0xffff) < below) return outside[Math.floor((upper * outside.length) / HALF)] as number;
  return inside[Math.floor(((window * HALF + upper) * inside.length) / (HALF * windows))] as number;
}
