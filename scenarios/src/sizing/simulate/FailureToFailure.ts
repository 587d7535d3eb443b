import { MIN_PER_DAY } from '@dosetwin/twin';
import { Comers } from './Comers.js';
import { manyCount, rareCount } from './countDraws.js';
import { exponential } from './exponential.js';
import { minutesToFailure, needsPart } from './failures.js';
import { keyedDraw } from './keyedDraw.js';
import { LoneTickets } from './LoneTickets.js';
import type { PlanModel } from './PlanModel.js';
import type { DayProfile, SiteTables } from './RegionTables.js';
import { Tally } from './Tally.js';
import type { Totals } from './Totals.js';
import { outOfHoursBelow, visitMinute } from './visitMinute.js';
import type { WeekClock } from './WeekClock.js';

/** Draws of counts lie above all others of a machine. */
const COUNTS = 0x60000000;

/**
 * From failure to failure (Z10), for screening: each machine alone. Stops follow each other by their rates, and between two of them the
 * last cartridge that jams; the others' tickets all take as long as its own. A stop that falls into such a ticket ends with it. Visits are
 * summed up as means from stop to stop and drawn once, from the mean and variance of who comes. Failures are those of the finer
 * fidelities, by key.
 */
export class FailureToFailure {
  readonly #model: PlanModel;
  readonly #tally = new Tally();
  readonly #tickets: LoneTickets;
  readonly #comers: Comers;
  readonly #horizon: number;
  readonly #dosesPerDay: number;
  /** Of the machine at hand: its keys and draws so far, its site. */
  #machine = 0;
  #key0 = 0;
  #key1 = 0;
  #draws = 0;
  #failure = 0;
  #failureAt = 0;
  #clock: WeekClock;
  #profiles: readonly DayProfile[];
  /** Chances that a visit jams its cartridge alone, and that it stops the machine. */
  #jams = 0;
  #stops = 0;
  /** Visits on average while it worked and while it stood still, and to a cartridge that is jammed already. */
  #whileUp = 0;
  #whileDown = 0;
  #blocked = 0;
  /** Jams that were followed, and those on average that were not. */
  #followed = 0;
  #others = 0;
  #clearing_min = 0;

  constructor(model: PlanModel) {
    this.#model = model;
    this.#tickets = new LoneTickets(model);
    this.#comers = new Comers(model);
    this.#horizon = model.days * MIN_PER_DAY;
    this.#dosesPerDay = model.dosesPerDay;
    ({ clock: this.#clock, profiles: this.#profiles } = model.tables.sites[0] as SiteTables);
  }

  run(): Totals {
    for (let m = 0; m < this.#model.machines; m++) this.#run(m);
    this.#tally.technician_km = this.#tickets.km;
    return this.#tally.totals(this.#model);
  }

  #run(machine: number): void {
    this.#turnTo(machine);
    const comers = this.#comers;
    const horizon = this.#horizon;
    let before = 0;
    let until = Math.min(this.#failureAt, horizon);
    let beforeUntil = comers.until(until);
    for (let from = 0; from < horizon; ) {
      if (this.#failureAt < from) {
        while (this.#failureAt < from) this.#nextFailure();
        until = Math.min(this.#failureAt, horizon);
        beforeUntil = comers.until(until);
      }
      const stopping = (beforeUntil - before) * this.#stops;
      const toJam = exponential(this.#word());
      const isJam = toJam < stopping;
      const stop = isJam ? this.#visitAt(from + ((until - from) * toJam) / stopping, from) : until;
      const beforeStop = isJam ? comers.until(stop) : beforeUntil;
      const open = this.#whileItWorks(from, stop, beforeStop - before);
      if (stop >= horizon) break;
      const up = this.#standsStill(stop, open, isJam);
      const beforeUp = comers.until(up);
      this.#whileDown += beforeUp - beforeStop;
      from = Math.max(up, stop + 1);
      before = from === up ? beforeUp : comers.until(from);
    }
    this.#add();
  }

  #turnTo(machine: number): void {
    const { machineKey0, machineKey1, chances, tables, siteOf } = this.#model;
    const { jam, jamStops, palmRefused } = chances;
    ({ clock: this.#clock, profiles: this.#profiles } = tables.sites[siteOf[machine] as number] as SiteTables);
    this.#comers.turnTo(machine);
    this.#tickets.turnTo(machine);
    this.#machine = machine;
    this.#key0 = machineKey0[machine] as number;
    this.#key1 = machineKey1[machine] as number;
    this.#draws = COUNTS;
    this.#failure = this.#failureAt = 0;
    this.#whileUp = this.#whileDown = this.#blocked = this.#followed = this.#others = this.#clearing_min = 0;
    const jams = (1 - palmRefused) * (1 - this.#comers.emptyShare) * jam;
    this.#stops = jams * jamStops;
    this.#jams = jams - this.#stops;
    this.#nextFailure();
  }

  #nextFailure(): void {
    this.#failure += 1;
    this.#failureAt += minutesToFailure(this.#model, this.#machine, this.#failure);
  }

  /** What happens before a stop: the last cartridge that jams is followed. The end of its ticket, or 0. */
  #whileItWorks(from: number, stop: number, visits: number): number {
    this.#whileUp += visits;
    const jams = visits * this.#jams;
    const sinceJam = exponential(this.#word());
    if (sinceJam >= jams) return 0;
    const before = jams - sinceJam;
    const began = Math.floor(from + ((stop - from) * before) / jams);
    const end = this.#tickets.end(began, false, 1 + before);
    const until = Math.min(end, this.#horizon);
    const windows = (this.#comers.windowsUntil(until) - this.#comers.windowsUntil(began)) * this.#dosesPerDay;
    this.#followed += 1;
    this.#others += before;
    this.#clearing_min += (1 + before) * (until - began);
    this.#blocked += (1 + before) * windows * this.#comers.again;
    return end;
  }

  /** A stop; when the machine works again, or the study ends. */
  #standsStill(stop: number, open: number, isJam: boolean): number {
    if (isJam) this.#followed += 1;
    else this.#tally.faults += 1;
    const part = !isJam && needsPart(this.#model, this.#machine, this.#failure);
    // Where a part is needed, the ticket that is open waits for it too.
    const up = Math.min(open > stop && !part ? open : this.#tickets.end(stop, part, 1), this.#horizon);
    this.#tally.down_min += this.#clock.openBetween(stop, up);
    this.#clearing_min += up - stop;
    return up;
  }

  /** Draws the counts of the machine's year, and adds them up. */
  #add(): void {
    const [tally, comers] = [this.#tally, this.#comers];
    const { chances, region, days, firstRound } = this.#model;
    const whileUp = this.#many(this.#whileUp);
    const closed = this.#many(comers.closed);
    const came = Math.min(whileUp + this.#many(this.#whileDown) + closed, comers.due);
    const jams = this.#followed + rareCount(this.#others, this.#word());
    const palm = Math.min(rareCount(whileUp * chances.palmRefused, this.#word()), whileUp);
    let left = whileUp - palm;
    const empty = Math.min(rareCount(left * comers.emptyShare, this.#word()), left);
    left -= empty;
    const jam = Math.min(jams + rareCount(this.#blocked, this.#word()), left);
    const lost = came - (left - jam);
    const going = lost * comers.onwardShare;
    const onward = Math.min(manyCount(going, going * (1 - comers.onwardShare), this.#word()), lost);
    // Who is served elsewhere left for every reason alike; whole numbers are kept by taking the rest from the largest.
    const kept = lost > 0 ? (lost - onward) / lost : 0;
    const lostToPalm = Math.round(palm * kept);
    const lostToEmpty = Math.round(empty * kept);
    const lostToJam = Math.round(jam * kept);
    const lostToClosed = Math.round(closed * kept);
    const others = lostToPalm + lostToEmpty + lostToJam + lostToClosed;
    const lostToDown = Math.max(0, lost - onward - others);
    tally.due += comers.due;
    tally.came += came;
    tally.stayedAway += comers.due - came;
    tally.lostToPalm += lostToPalm;
    tally.lostToEmpty += lostToEmpty;
    tally.lostToJam += lostToJam;
    tally.lostToClosed += lostToClosed;
    tally.lostToDown += lostToDown;
    tally.servedElsewhere += onward;
    tally.served += came - lostToDown - others;
    tally.faults += jams;
    tally.clearing_min += Math.round(this.#clearing_min);
    tally.travelled_m += Math.round(came * comers.metres + onward * comers.onwardMetres);
    const first = firstRound[this.#machine] as number;
    tally.rounds += first < days ? Math.ceil((days - first) / region.services.restockEveryDays) : 0;
  }

  /** A minute at which somebody may come, on the day of `minute`, not before `least`. */
  #visitAt(minute: number, least: number): number {
    const day = Math.floor(minute / MIN_PER_DAY);
    const profile = this.#profiles[day % 7] as DayProfile;
    const at = profile.isClosed
      ? this.#clock.nextOpen(Math.floor(minute))
      : day * MIN_PER_DAY + visitMinute(profile, this.#word(), outOfHoursBelow(profile, this.#model.chances), 0, 1);
    return Math.max(least, Math.min(at, this.#horizon));
  }

  #many(mean: number): number {
    return manyCount(mean, mean * this.#comers.spread, this.#word());
  }

  #word(): number {
    return keyedDraw(this.#key0, this.#key1, this.#draws++);
  }
}
