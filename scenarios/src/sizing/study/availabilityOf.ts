import type { Candidate, Region } from '../region/Region.js';

/** What a machine at a site comes to before anything is simulated, by the mean of an alternating renewal process. */
export interface Availability {
  /** Share of open time in which the machine serves, 0 to 1. */
  readonly share: number;
  /** Mean days from one stop of the machine to the next. */
  readonly upDays: number;
  /** Mean days from a stop to its end. */
  readonly downDays: number;
}

const MIN_PER_DAY = 1440;
const DAYS_A_WEEK = 7;

/**
 * Share of time up = mean up / (mean up + mean down): true of every alternating renewal process with finite means, whatever its
 * distributions. `dosesPerDay` are those got at the machine. Takes the likely value of each estimate, and counts everything after
 * one another that takes place so; waiting for a shared technician is not in it, which is why the plans are simulated.
 */
export function availabilityOf(region: Region, candidate: Candidate, dosesPerDay: number): Availability {
  const { machine, support } = region;
  const failures = 1 / machine.failureEveryDays.likely;
  const jams = dosesPerDay * machine.jam.likely * machine.jamStopsMachine.likely;
  const open = shareOf(candidate.week);
  const notice = open > 0 ? support.noticeMinutes.likely / open : DAYS_A_WEEK * MIN_PER_DAY;
  const desk = waitFor(shareOf(support.deskWeek)) + support.remoteMinutes.likely;
  const there = support.clearMinutes.likely + waitFor(open);
  const technicianOpen = Math.max(0, ...support.technicians.map(({ week }) => shareOf(week)));
  // The way of a technician is that of half a working day: an assumption of the screen alone.
  const called = waitFor(technicianOpen) + support.clearMinutes.likely + MIN_PER_DAY / 4;
  const key = candidate.keyOnSite.likely;
  const byHand = key * there + (1 - key) * called;
  const fault = notice + desk + (1 - support.remoteFix.likely) * byHand;
  const part = machine.partNeeded.likely * machine.partDays.likely * MIN_PER_DAY;
  const stops = failures + jams;
  const upDays = stops > 0 ? 1 / stops : Number.POSITIVE_INFINITY;
  const downDays = stops > 0 ? (fault + (failures / stops) * part) / MIN_PER_DAY : 0;
  return { share: stops > 0 ? upDays / (upDays + downDays) : 1, upDays, downDays };
}

/** Share of a week that is open, 0 to 1. */
export function shareOf(week: Candidate['week']): number {
  const minutes = week.flat().reduce((sum, [from, to]) => sum + to - from, 0);
  return minutes / (DAYS_A_WEEK * MIN_PER_DAY);
}

/** Mean minutes until hours of this share of the time begin, as if they came in one piece each day. */
function waitFor(share: number): number {
  const closed = 1 - Math.min(1, share);
  return (closed * closed * MIN_PER_DAY) / 2;
}
