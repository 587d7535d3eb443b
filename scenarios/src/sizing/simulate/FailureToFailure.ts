import { ln, MIN_PER_DAY } from '@dosetwin/twin';
import { Comers } from './Comers.js';
import { Crew } from './Crew.js';
import { manyCount, rareCount } from './countDraws.js';
import { minutesToFailure, needsPart } from './failures.js';
import { Help } from './Help.js';
import { keyedDraw, WORDS } from './keyedDraw.js';
import { OtherMachines } from './OtherMachines.js';
import type { PlanModel } from './PlanModel.js';
import type { DayProfile, SiteTables } from './RegionTables.js';
import { Tally } from './Tally.js';
import type { Totals } from './Totals.js';
import { VisitWeights } from './VisitWeights.js';
import { NEVER } from './WeekClock.js';

/** Draws of counts lie above all others of a machine. */
const COUNTS = 0x60000000;

/** Of the future last asked for: plans are compared on the same futures. */
const keptWeights = new WeakMap<readonly DayProfile[], { readonly outOfHours: number; readonly weights: VisitWeights }>();

/**
 * From failure to failure (Z10), for screening: each machine alone; the visits between two stops are counted at once, from the mean and
 * variance of who comes, and so are the jams among them, whose tickets all take as long as one that was followed. A stop that falls into
 * such a ticket ends with it. Failures are those of the finer fidelities, by key.
 */
export class FailureToFailure {
  readonly #model: PlanModel;
  readonly #tally = new Tally();
  readonly #crew: Crew;
  readonly #help: Help;
  readonly #others: OtherMachines;
  /** By how likely somebody takes a package at a window: the share of their visits that find none. */
  readonly #emptyOf = new Map<number, number>();
  readonly #horizon: number;
  /** Of the machine at hand. */
  #draws = 0;
  #tickets = 0;

  constructor(model: PlanModel) {
    this.#model = model;
    this.#crew = new Crew(model);
    this.#help = new Help(model, this.#crew);
    this.#others = new OtherMachines(model);
    this.#horizon = model.days * MIN_PER_DAY;
  }

  run(): Totals {
    for (let m = 0; m < this.#model.machines; m++) this.#machine(m);
    return this.#tally.totals(this.#model);
  }

  #machine(machine: number): void {
    const comers = new Comers(this.#model, machine, this.#weightsOf(machine), this.#others, this.#emptyOf);
    const counts = { whileUp: 0, whileDown: 0, jams: 0, blocked: 0, closed: 0 };
    this.#draws = COUNTS;
    this.#tickets = 0;
    let [failure, failureAt] = [1, minutesToFailure(this.#model, machine, 1)];
    for (let from = 0; from < this.#horizon; ) {
      while (failureAt < from) {
        failure += 1;
        failureAt += minutesToFailure(this.#model, machine, failure);
      }
      from = this.#upAndDown(machine, comers, counts, from, failureAt, failure);
    }
    counts.closed = this.#many(machine, comers.closed, comers.spread);
    this.#add(machine, comers, counts);
  }

  /** From a minute at which the machine works to the end of the next stop. */
  #upAndDown(machine: number, comers: Comers, counts: Counts, from: number, failureAt: number, failure: number): number {
    const { jam, jamStops, palmRefused } = this.#model.chances;
    const jams = (1 - palmRefused) * (1 - comers.emptyShare) * jam;
    const until = Math.min(failureAt, this.#horizon);
    const visits = comers.until(until) - comers.until(from);
    const toJam = -ln(this.#uniform(machine));
    const stopping = visits * jams * jamStops;
    const isJam = toJam < stopping;
    const stop = isJam ? this.#visitAt(machine, from + ((until - from) * toJam) / stopping, from) : until;
    const came = this.#many(machine, comers.until(stop) - comers.until(from), comers.spread);
    const jammed = rareCount(came * jams * (1 - jamStops), this.#word(machine));
    counts.whileUp += came;
    counts.jams += jammed + (isJam && came > 0 ? 1 : 0);
    const open = this.#jamsBefore(machine, comers, counts, from, stop, came, jammed);
    if (stop >= this.#horizon) return this.#horizon;
    this.#tally.faults += 1;
    const part = !isJam && needsPart(this.#model, machine, failure);
    const end = open > stop ? open : this.#ticketEnd(machine, stop, part, 1);
    const up = Math.min(end, this.#horizon);
    counts.whileDown += this.#many(machine, comers.until(up) - comers.until(stop), comers.spread);
    this.#tally.down_min += this.#siteOf(machine).clock.openBetween(stop, up);
    this.#tally.clearing_min += up - stop;
    return Math.max(up, stop + 1);
  }

  /** The tickets of cartridges jammed before a stop, after the last of them; the end of that one. */
  #jamsBefore(machine: number, comers: Comers, counts: Counts, from: number, stop: number, came: number, jammed: number): number {
    if (came === 0 || jammed === 0) return 0;
    const last = stop - (-ln(this.#uniform(machine)) * (stop - from)) / jammed;
    const began = last > from ? Math.floor(last) : this.#visitAt(machine, from + this.#uniform(machine) * (stop - from), from);
    const end = this.#ticketEnd(machine, began, false, jammed);
    const until = Math.min(end, this.#horizon);
    this.#tally.faults += jammed;
    this.#tally.clearing_min += jammed * (until - began);
    const windows = comers.windowsBetween(began, until) * this.#model.dosesPerDay;
    counts.blocked += Math.min(rareCount(jammed * windows * comers.again, this.#word(machine)), came - jammed);
    return last > from ? end : 0;
  }

  #add(machine: number, comers: Comers, counts: Counts): void {
    const tally = this.#tally;
    const { palmRefused } = this.#model.chances;
    const { restockEveryDays } = this.#model.region.services;
    const came = Math.min(counts.whileUp + counts.whileDown + counts.closed, comers.due);
    const palm = Math.min(rareCount(counts.whileUp * palmRefused, this.#word(machine)), counts.whileUp);
    let left = counts.whileUp - palm;
    const empty = Math.min(rareCount(left * comers.emptyShare, this.#word(machine)), left);
    left -= empty;
    const jam = Math.min(counts.jams + counts.blocked, left);
    const lost = came - (left - jam);
    const onward = Math.min(this.#many(machine, lost * comers.onwardShare, 1 - comers.onwardShare), lost);
    // Who is served elsewhere left for every reason alike; whole numbers are kept by taking the rest from the largest.
    const kept = lost > 0 ? (lost - onward) / lost : 0;
    const by = [palm, empty, jam, counts.closed].map((count) => Math.round(count * kept));
    const down = Math.max(0, lost - onward - by.reduce((sum, count) => sum + count, 0));
    tally.due += comers.due;
    tally.came += came;
    tally.stayedAway += comers.due - came;
    tally.lostToPalm += by[0] as number;
    tally.lostToEmpty += by[1] as number;
    tally.lostToJam += by[2] as number;
    tally.lostToClosed += by[3] as number;
    tally.lostToDown += down;
    tally.servedElsewhere += onward;
    tally.served += came - down - by.reduce((sum, count) => sum + count, 0);
    tally.travelled_m += Math.round(came * comers.metres + onward * comers.onwardMetres);
    const first = this.#model.firstRound[machine] as number;
    tally.rounds += first < this.#model.days ? Math.ceil((this.#model.days - first) / restockEveryDays) : 0;
  }

  /** When a ticket is done that began at `minute`, and so often: whoever travels for it travels for each. */
  #ticketEnd(machine: number, minute: number, part: boolean, times: number): number {
    const { chances } = this.#model;
    this.#crew.reset();
    this.#tickets += 1;
    const ticket = this.#tickets;
    const helped = this.#help.deskAnswers(machine, this.#help.noticed(machine, ticket, minute)) + chances.remoteMinutes;
    if (helped >= NEVER || (!part && this.#help.isFixedFromAfar(machine, ticket))) return helped;
    const first = this.#help.comes(machine, ticket, helped, false);
    this.#tally.technician_km += times * first.km;
    const seen = first.arrives + chances.clearMinutes;
    if (!part || seen >= NEVER) return seen;
    const second = this.#help.comes(machine, ticket, seen + chances.partMinutes, true);
    this.#tally.technician_km += times * second.km;
    return second.arrives + chances.clearMinutes;
  }

  /** A minute at which somebody may come, on the day of `minute`, not before `least`. */
  #visitAt(machine: number, minute: number, least: number): number {
    const { clock, profiles } = this.#siteOf(machine);
    const day = Math.floor(minute / MIN_PER_DAY);
    const { inside, outside, isClosed } = profiles[day % 7] as DayProfile;
    const among = this.#uniform(machine) < this.#model.chances.outOfHours && outside.length > 0 ? outside : inside;
    const at = day * MIN_PER_DAY + (among[Math.floor(this.#uniform(machine) * among.length)] as number);
    return Math.max(least, Math.min(isClosed ? clock.nextOpen(Math.floor(minute)) : at, this.#horizon));
  }

  #weightsOf(machine: number): VisitWeights {
    const { profiles } = this.#siteOf(machine);
    const { outOfHours } = this.#model.chances;
    const known = keptWeights.get(profiles);
    if (known?.outOfHours === outOfHours) return known.weights;
    const weights = new VisitWeights(profiles, outOfHours);
    keptWeights.set(profiles, { outOfHours, weights });
    return weights;
  }

  #siteOf(machine: number): SiteTables {
    return this.#model.tables.sites[this.#model.siteOf[machine] as number] as SiteTables;
  }

  #many(machine: number, mean: number, spread: number): number {
    return manyCount(mean, mean * spread, this.#word(machine));
  }

  #uniform(machine: number): number {
    return (this.#word(machine) + 0.5) / WORDS;
  }

  #word(machine: number): number {
    const { machineKey0, machineKey1 } = this.#model;
    return keyedDraw(machineKey0[machine] as number, machineKey1[machine] as number, this.#draws++);
  }
}

/** Visits of one machine, counted so far. */
interface Counts {
  whileUp: number;
  whileDown: number;
  jams: number;
  /** Visits to a cartridge that is jammed already. */
  blocked: number;
  closed: number;
}
