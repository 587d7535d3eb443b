import { localTime } from '@dosetwin/twin';
import type { ExpectationContext, PersonFacts } from '../ExpectationContext.js';

/** A day of the local calendar, counted from 1970-01-01, and the minute of it. */
export interface LocalMoment {
  readonly dayNumber: number;
  readonly minute: number;
}

/** What the clocks at a person's machine show at an instant of the run. */
export function localMoment({ epoch_us }: ExpectationContext, { zone }: PersonFacts, t_us: number): LocalMoment {
  const { dayNumber, minute } = localTime(zone, epoch_us + t_us);
  return { dayNumber, minute };
}
