import { MIN_PER_DAY } from '@dosetwin/twin';
import type { DayProfile } from './RegionTables.js';

/** Sums before each minute of a day and at its end, two each. */
const DAY = 2 * (MIN_PER_DAY + 1);

/**
 * How a day's visits spread over the open minutes of a site, summed up, so that any spell's share is a look. The share that comes out of
 * hours differs from future to future, the sums do not: what it takes from the daytime and gives to the rest is summed beside it.
 */
export class VisitWeights {
  /** Days of the week on which nobody is let in. */
  readonly closedDays: number;
  /** By kind of day and minute, before it: the share of the day's visits in daytime, and what coming out of hours changes. */
  readonly #sums: Float64Array;
  /** By day of the study, one more than there are: open days before it, and where its kind of day begins among the sums. */
  readonly #daysBefore: Float64Array;
  readonly #kindOf: Int32Array;

  constructor(profiles: readonly DayProfile[], days: number) {
    const kinds = new Map<string, DayProfile>();
    const keys = profiles.map((profile) => {
      const key = profile.isClosed ? '' : `${profile.inside.join()} ${profile.outside.join()}`;
      kinds.set(key, profile);
      return key;
    });
    this.closedDays = profiles.filter(({ isClosed }) => isClosed).length;
    this.#sums = new Float64Array(kinds.size * DAY);
    for (const [kind, profile] of [...kinds.values()].entries())
      sumUp(profile, this.#sums.subarray(kind * DAY, (kind + 1) * DAY));
    const places = [...kinds.keys()];
    this.#kindOf = Int32Array.from({ length: days + 1 }, (_, day) => places.indexOf(keys[day % 7] as string) * DAY);
    this.#daysBefore = new Float64Array(days + 1);
    for (let day = 0; day < days; day++) {
      this.#daysBefore[day + 1] = (this.#daysBefore[day] as number) + (profiles[day % 7]?.isClosed ? 0 : 1);
    }
  }

  /** Open days' worth of visits from the study's first minute up to `minute`, of which a share comes `outOfHours`. */
  until(minute: number, outOfHours: number): number {
    const day = Math.floor(minute / MIN_PER_DAY);
    const at = (this.#kindOf[day] as number) + 2 * (Math.floor(minute) - day * MIN_PER_DAY);
    return (this.#daysBefore[day] as number) + (this.#sums[at] as number) + outOfHours * (this.#sums[at + 1] as number);
  }
}

function sumUp({ inside, outside, isClosed }: DayProfile, sums: Float64Array): void {
  if (isClosed) return;
  const hasOutside = outside.length > 0;
  for (const minute of inside) {
    sums[2 * (minute + 1)] = 1 / inside.length;
    if (hasOutside) sums[2 * (minute + 1) + 1] = -1 / inside.length;
  }
  for (const minute of outside) sums[2 * (minute + 1) + 1] = 1 / outside.length;
  for (let i = 2; i < DAY; i++) sums[i] = (sums[i] as number) + (sums[i - 2] as number);
}
