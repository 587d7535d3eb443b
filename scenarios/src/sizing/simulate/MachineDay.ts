import { MIN_PER_DAY } from '@dosetwin/twin';
import { keyedDraw } from './keyedDraw.js';
import { type Operation, VISIT_DRAW, VISIT_DRAWS } from './Operation.js';
import type { PlanModel } from './PlanModel.js';
import type { DayProfile, SiteTables } from './RegionTables.js';
import { ANSWER } from './VisitSteps.js';
import { outOfHoursBelow, visitMinute } from './visitMinute.js';
import { NEVER } from './WeekClock.js';

/** Whoever comes to a closed site, and whoever may go on to another machine. */
export interface DayPeople {
  closed(machine: number, person: number, visit: number, minute: number): void;
  mayGoOn(machine: number, person: number, day: number): boolean;
}

/**
 * A day of one machine that shares nothing. Only those who may change something are taken in the order of time, together with the
 * machine's events: whose cartridge is jammed or will be, and who may go on to another machine. Everybody else's visits disturb nobody;
 * they are counted once it is known when the machine stood still, to the same end as in order.
 */
export class MachineDay {
  readonly #model: PlanModel;
  readonly #operation: Operation;
  readonly #people: DayPeople;
  /** Visits in order: their minute, person, number and draw. */
  #ordered = 0;
  readonly #minute: Int32Array;
  readonly #person: Int32Array;
  readonly #visit: Int32Array;
  readonly #word: Float64Array;
  /** By place in the machine's list of people: visits of those who need no order, and how many of them the palm reader refuses. */
  readonly #visits: Int32Array;
  readonly #palms: Int32Array;
  #others = 0;
  /** Spells of the day in which the machine stood still, and whose visit began each: -1 where none did, which is before all of a minute. */
  #spells = 0;
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #by: number[] = [];

  constructor(model: PlanModel, operation: Operation, people: DayPeople, mostPeople: number) {
    this.#model = model;
    this.#operation = operation;
    this.#people = people;
    const most = mostPeople * model.dosesPerDay;
    this.#minute = new Int32Array(most);
    this.#person = new Int32Array(most);
    this.#visit = new Int32Array(most);
    this.#word = new Float64Array(most);
    this.#visits = new Int32Array(mostPeople);
    this.#palms = new Int32Array(mostPeople);
  }

  run(machine: number, day: number): void {
    const { tables, siteOf, ways } = this.#model;
    const { profiles } = tables.sites[siteOf[machine] as number] as SiteTables;
    const profile = profiles[day % 7] as DayProfile;
    const season = ways.seasonOn[day] as number;
    this.#gather(machine, day, season, profile);
    this.#spells = 0;
    this.#inOrder(machine, day, season, profile.isClosed);
    this.#countOthers(machine, day, season, profile);
  }

  /** Who comes, and whether their visits need an order. */
  #gather(machine: number, day: number, season: number, profile: DayProfile): void {
    const { firstPerson, dosesPerDay, key0, key1, groupOf, groups, anyMachine } = this.#model;
    const { comesBelow, jamBelow, palmBelow, metres } = this.#model;
    const { jammed, tally } = this.#operation;
    const from = firstPerson[machine] as number;
    const to = firstPerson[machine + 1] as number;
    const first = day * dosesPerDay * VISIT_DRAWS;
    const last = first + dosesPerDay * VISIT_DRAWS;
    const visits = this.#visits;
    const palms = this.#palms;
    let came = 0;
    let travelled_m = 0;
    this.#ordered = 0;
    for (let person = from; person < to; person++) {
      const at = season * groups + (groupOf[person] as number);
      const below = comesBelow[at] as number;
      const amiss = jamBelow[at] as number;
      const k0 = key0[person] as number;
      const k1 = key1[person] as number;
      let some = 0;
      let odd = 0;
      for (let index = first; index < last; index += VISIT_DRAWS) {
        const word = keyedDraw(k0, k1, index);
        if (word < below) some += 1;
        if (word < amiss) odd += 1;
      }
      came += some;
      travelled_m += some * (metres[at] as number);
      const refused = odd === 0 ? 0 : this.#refused(person, day, palmBelow[at] as number);
      const isSpecial =
        odd > refused || jammed[person] === 1 || (anyMachine[person] === 1 && this.#people.mayGoOn(machine, person, day));
      visits[person - from] = isSpecial ? 0 : some;
      palms[person - from] = refused;
      if (isSpecial && some > 0) this.#order(person, day, profile, below);
    }
    this.#others = came - this.#ordered;
    const due = (to - from) * dosesPerDay;
    tally.due += due;
    tally.came += came;
    tally.stayedAway += due - came;
    tally.travelled_m += travelled_m;
  }

  /** How many of somebody's visits of a day the palm reader refuses. */
  #refused(person: number, day: number, below: number): number {
    const { dosesPerDay } = this.#model;
    let refused = 0;
    for (let visit = day * dosesPerDay; visit < (day + 1) * dosesPerDay; visit++) {
      if (this.#wordOf(person, visit) < below) refused += 1;
    }
    return refused;
  }

  #wordOf(person: number, visit: number): number {
    const { key0, key1 } = this.#model;
    return keyedDraw(key0[person] as number, key1[person] as number, visit * VISIT_DRAWS + VISIT_DRAW.comes);
  }

  /** Puts somebody's visits of a day in their places in the order of time; of the same minute, behind those before them. */
  #order(person: number, day: number, profile: DayProfile, below: number): void {
    const { dosesPerDay } = this.#model;
    for (let visit = day * dosesPerDay; visit < (day + 1) * dosesPerDay; visit++) {
      const word = this.#wordOf(person, visit);
      if (word >= below) continue;
      const minute = day * MIN_PER_DAY + this.#minuteOf(person, visit, profile);
      let at = this.#ordered;
      for (; at > 0 && (this.#minute[at - 1] as number) > minute; at--) {
        this.#minute[at] = this.#minute[at - 1] as number;
        this.#person[at] = this.#person[at - 1] as number;
        this.#visit[at] = this.#visit[at - 1] as number;
        this.#word[at] = this.#word[at - 1] as number;
      }
      this.#minute[at] = minute;
      this.#person[at] = person;
      this.#visit[at] = visit;
      this.#word[at] = word;
      this.#ordered += 1;
    }
  }

  #minuteOf(person: number, visit: number, profile: DayProfile): number {
    const { key0, key1, dosesPerDay, chances } = this.#model;
    const when = keyedDraw(key0[person] as number, key1[person] as number, visit * VISIT_DRAWS + VISIT_DRAW.when);
    return visitMinute(profile, when, outOfHoursBelow(profile, chances), visit % dosesPerDay, dosesPerDay);
  }

  /** The machine's events and the visits that need an order, to the day's end. */
  #inOrder(machine: number, day: number, season: number, isClosed: boolean): void {
    const operation = this.#operation;
    const evening = (day + 1) * MIN_PER_DAY;
    this.#note(machine, day * MIN_PER_DAY, -1);
    for (let i = 0; i < this.#ordered; i++) {
      const minute = this.#minute[i] as number;
      this.#events(machine, minute);
      const [person, visit] = [this.#person[i] as number, this.#visit[i] as number];
      if (isClosed) this.#people.closed(machine, person, visit, minute);
      else operation.visit(machine, person, visit, minute, season, this.#word[i] as number);
      this.#note(machine, minute, person);
    }
    this.#events(machine, evening - 1);
  }

  #events(machine: number, minute: number): void {
    for (let due = this.#operation.dueAt(machine); due <= minute; due = this.#operation.dueAt(machine)) {
      this.#operation.advance(machine);
      this.#note(machine, due, -1);
    }
  }

  /** Writes down that the machine began or ceased to stand still. */
  #note(machine: number, minute: number, by: number): void {
    const isDown = this.#operation.downSince[machine] !== NEVER;
    const last = this.#spells - 1;
    const wasDown = last >= 0 && this.#to[last] === NEVER;
    if (isDown === wasDown) return;
    if (!isDown) this.#to[last] = minute;
    else {
      this.#from[this.#spells] = minute;
      this.#to[this.#spells] = NEVER;
      this.#by[this.#spells] = by;
      this.#spells += 1;
    }
  }

  /** Those whose order does not matter. A machine that stands still looks at nobody's palm. */
  #countOthers(machine: number, day: number, season: number, profile: DayProfile): void {
    const { tally, charts } = this.#operation;
    if (profile.isClosed) {
      tally.lostToClosed += this.#others;
      return;
    }
    const down = this.#spells === 0 ? 0 : this.#takeDown(machine, day, season, profile);
    const { firstPerson } = this.#model;
    const { stock } = this.#operation;
    const from = firstPerson[machine] as number;
    const people = down === this.#others ? 0 : (firstPerson[machine + 1] as number) - from;
    let served = 0;
    let palm = 0;
    for (let i = 0; i < people; i++) {
      const refused = this.#palms[i] as number;
      const some = this.#visits[i] as number;
      if (some === 0) continue;
      const left = stock[from + i] as number;
      const taken = Math.min(left, some - refused);
      stock[from + i] = left - taken;
      served += taken;
      palm += refused;
    }
    const empty = this.#others - down - palm - served;
    tally.served += served;
    tally.lostToDown += down;
    tally.lostToPalm += palm;
    tally.lostToEmpty += empty;
    charts.undisturbed(ANSWER.DROPPED, true, served);
    charts.undisturbed(ANSWER.DROPPED, false, down);
    charts.undisturbed(ANSWER.LOCKED_OUT, true, palm);
    charts.undisturbed(ANSWER.EMPTY, true, empty);
  }

  /** Takes away the visits that found the machine standing still; how many. */
  #takeDown(machine: number, day: number, season: number, profile: DayProfile): number {
    if (this.#isDownAllDay(day)) return this.#others;
    const { firstPerson, groupOf, groups, comesBelow, palmBelow, dosesPerDay } = this.#model;
    const from = firstPerson[machine] as number;
    const people = (firstPerson[machine + 1] as number) - from;
    let down = 0;
    for (let i = 0; i < people; i++) {
      if (this.#visits[i] === 0) continue;
      const at = season * groups + (groupOf[from + i] as number);
      for (let visit = day * dosesPerDay; visit < (day + 1) * dosesPerDay; visit++) {
        const word = this.#wordOf(from + i, visit);
        if (word >= (comesBelow[at] as number) || !this.#isDown(from + i, visit, day, profile)) continue;
        down += 1;
        this.#visits[i] = (this.#visits[i] as number) - 1;
        if (word < (palmBelow[at] as number)) this.#palms[i] = (this.#palms[i] as number) - 1;
      }
    }
    return down;
  }

  #isDownAllDay(day: number): boolean {
    return this.#spells === 1 && this.#from[0] === day * MIN_PER_DAY && this.#by[0] === -1 && this.#to[0] === NEVER;
  }

  #isDown(person: number, visit: number, day: number, profile: DayProfile): boolean {
    const minute = day * MIN_PER_DAY + this.#minuteOf(person, visit, profile);
    for (let i = 0; i < this.#spells; i++) {
      const began = this.#from[i] as number;
      const isAfter = minute > began || (minute === began && person > (this.#by[i] as number));
      if (isAfter && minute < (this.#to[i] as number)) return true;
    }
    return false;
  }
}
