import { MIN_PER_DAY } from '@dosetwin/twin';
import type { DayProfile } from './RegionTables.js';

const WEEK = 7 * MIN_PER_DAY;

/** How a day's visits spread over the open minutes of a site, summed up, so that any spell's share is two looks. */
export class VisitWeights {
  /** By minute of the study's week: open days' worth of visits before it. */
  readonly #before = new Float64Array(WEEK + 1);
  /** Days of the week on which nobody is let in. */
  readonly closedDays: number;

  constructor(profiles: readonly DayProfile[], outOfHours: number) {
    const weight = new Float64Array(WEEK);
    for (const [day, { inside, outside, isClosed }] of profiles.entries()) {
      if (isClosed) continue;
      const out = outside.length > 0 ? outOfHours : 0;
      for (const minute of inside) weight[day * MIN_PER_DAY + minute] = (1 - out) / inside.length;
      for (const minute of outside) weight[day * MIN_PER_DAY + minute] = out / outside.length;
    }
    for (let i = 0; i < WEEK; i++) this.#before[i + 1] = (this.#before[i] as number) + (weight[i] as number);
    this.closedDays = profiles.filter(({ isClosed }) => isClosed).length;
  }

  /** Open days' worth of visits from the study's first minute up to `minute`. */
  until(minute: number): number {
    const weeks = Math.floor(minute / WEEK);
    return weeks * (this.#before[WEEK] as number) + (this.#before[Math.floor(minute) - weeks * WEEK] as number);
  }
}
